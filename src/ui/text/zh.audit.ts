import type { audit as english } from './en.audit';
import type { Words } from './words';

export const audit: Words<typeof english> = {
	title: '核查',
	parts: '查找什么',
	part: {
		misfiled: '归错',
		suspicious: '可疑',
		duplicates: '重复',
	},
	lead: '找出可能归错标签的商品：外观和名称更像另一个标签的商品。Aisle 只提出建议，由你决定。',
	form: '核查什么',
	field: '字段',
	looks: '依据',
	noFields:
		'还没有可以核查的标签。请在“商品库”页面从列或文件夹名称中获取标签，或者选择商品并输入标签。',
	how: '每件商品都由没有学过它的分类器来判断。',
	methodName: '如何质疑标签',
	method:
		'置信学习（Northcutt 等，2021）。分类器训练五次，每次留出五分之一的商品，再对这些商品作出判断。受到质疑的标签数量，就是属于另一个标签的概率不低于该标签商品平均概率的商品数量；最不可信的排在最前（置信度加权熵，Kuan 与 Mueller，2022）。几乎相同的图片会一起留出，以免副本互相作证。',
	start: '查找可能归错的商品',
	running: '正在查找可能归错的商品',
	cancelHint: '除了模型看到的内容，不会保留任何结果。',
	results: '可能归错的商品',
	found_zero: '{{looked, number}} 个标签中没有受到质疑的',
	found_other: '{{looked, number}} 个标签中有 {{count, number}} 个受到质疑',
	without_other: '{{count, number}} 件有标签的商品没有可看的内容，未参与核查。',
	never: '质疑不是结论：不寻常的商品也会像归错的商品一样受到质疑。种子 {{seed}}。',
	previous: '上一个',
	next: '下一个',
	all: '全部显示',
	allDone: '你已处理完所有质疑。',
	probably: '很可能是',
	labelled: '现有标签',
	accept: '改为“{{label}}”',
	keep: '保留“{{label}}”',
	kept: '已保留“{{label}}”，不再质疑。',
	neighbours: '最相似的商品的标签',
	note: '现有标签为 {{given}}，很可能是 {{proposed}}（{{percent}}）',
};
