import type { en } from './en';
import type { Words } from './words';
import { advice } from './zh.advice';
import { audit } from './zh.audit';
import { catalogue } from './zh.catalogue';
import { compare } from './zh.compare';
import { device } from './zh.device';
import { drop } from './zh.drop';
import { duplicates } from './zh.duplicates';
import { figures } from './zh.figures';
import { groups } from './zh.groups';
import { headFiles } from './zh.headFiles';
import { labels } from './zh.labels';
import { offline } from './zh.offline';
import { photosOut } from './zh.photosOut';
import { problems } from './zh.problems';
import { products } from './zh.products';
import { project } from './zh.project';
import { recommend } from './zh.recommend';
import { report } from './zh.report';
import { shop } from './zh.shop';
import { similar } from './zh.similar';
import { sort } from './zh.sort';
import { suspicious } from './zh.suspicious';
import { train } from './zh.train';
import { transfer } from './zh.transfer';

/** Every visible Chinese word (simplified). Loaded only when it is chosen. */
export const zh: Words<typeof en> = {
	problems,
	device,
	problem: {
		aFile: '某个文件',
		anotherProduct: '另一件商品',
		aColumn: '同名',
		aLine: '？',
		dismiss: '关闭',
	},
	nav: {
		label: '页面',
		skip: '跳到商品',
		sort: '归类',
		catalogue: '商品库',
		train: '训练',
		compare: '比较',
		similar: '找相似',
		audit: '核查',
		settings: '设置',
	},
	privacy: {
		mark: '数据不离开此设备',
		title: '数据不离开此设备',
		body: '模型随网页一起下载，在此标签页内运行。图片、标题和你确认的结果都由浏览器保存在这台电脑上，不会发送到任何地方。断网也能使用：请见“设置”中的“离线使用”。',
	},
	...sort,
	offline,
	catalogue,
	labels,
	drop,
	headFiles,
	project,
	shop,
	photosOut,
	figures,
	groups,
	products,
	train,
	transfer,
	advice,
	compare,
	report,
	similar,
	audit,
	suspicious,
	recommend,
	duplicates,
	delete: {
		title: '全部删除？',
		lead: '以下内容会从此设备上永久删除：',
		counting: '正在统计…',
		products_other: '{{count, number}} 件商品',
		photos_other: '{{count, number}} 张图片，连同预览图和模型看到的内容',
		decisions_zero: '没有已确认的结果',
		decisions_other: '{{count, number}} 个由你确认的结果',
		taxonomies_other: '{{count, number}} 份你添加的类目表',
		labels_other: '{{count, number}} 个商品标签',
		heads_other: '{{count, number}} 个训练好的分类器及其报告',
		settings: '所有设置',
		bytes: '在此设备上约占 {{bytes}}，其中包括会保留的模型。',
		running: '正在进行的导入会先停止。',
		warning: '此操作无法撤销。如果还需要，请先导出 CSV。',
		confirm: '全部删除',
		cancel: '保留',
		done: '已全部删除。',
	},
	settings: {
		title: '设置',
		deviceTitle: '模型与设备',
		deviceLead:
			'首次启动时，Aisle 会检测此设备的能力，选用结果正确且最快的环境。你也可以自行指定。',
		storageTitle: '存储',
		storageLead: '所有内容都保存在此设备的这个浏览器中。',
		products: '商品',
		photos: '图片',
		decisions: '已确认的结果',
		taxonomies: '自己的类目表',
		labels: '标签',
		heads: '训练好的分类器',
		bytes: '占用空间',
		languageTitle: '语言',
		languageAuto: '跟随浏览器',
		languageHint: '无论选择哪种语言，Google 和 Shopify 的类目以及示例商品都是英文。',
		appearanceTitle: '外观',
		scheme: '浅色或深色',
		light: '浅色',
		dark: '深色',
		auto: '跟随系统',
		keysTitle: '键盘',
		keys: '在“归类”中使用单键快捷键',
		keysHint: '如果你用语音控制电脑，或容易误触按键，请将其关闭。方向键不受影响。',
	},
	stop: {
		opening: '正在打开你的商品…',
		elsewhereTitle: 'Aisle 已在另一个标签页中打开',
		elsewhereBody:
			'两个标签页同时工作可能互相干扰，因此此标签页正在等待。关闭另一个，你的商品就会出现在这里。',
		brokenTitle: '无法打开你的商品',
		modelsTitle: '模型还没有准备好',
		modelsBody:
			'Aisle 需要先准备一次模型，大约一两分钟。请在安装 Aisle 的地方运行以下命令，然后重新加载：',
		modelsCommand: 'npm run models',
		reload: '重新加载',
	},
	crash: {
		title: 'Aisle 自身出了错',
		body: '你的商品和已确认的结果都已妥善保存。重新加载即可继续。如果要反馈问题，以下详细信息会有帮助。',
		details: '详细信息',
		copy: '复制详细信息',
		copied: '已复制',
		reload: '重新加载',
	},
	documentTitle: '{{screen}} – Aisle',
	list: '{{items, list}}',
	named: '{{name}}：{{value}}',
	close: '关闭',
	percent: '{{count, number}}%',
	percentBelow: '< {{count, number}}%',
	lessThan: '不到 {{figure}}',
};
