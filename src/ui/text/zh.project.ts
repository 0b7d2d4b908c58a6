import type { project as english } from './en.project';
import type { Words } from './words';

export const project: Words<typeof english> = {
	title: '备份',
	lead: '商品、图片、标签、已确认的结果、你的类目表、模型看到的内容以及训练成果，全部存进一个文件，可以在另一台电脑或另一个浏览器中打开。',
	save: '保存整个项目',
	open: '打开项目…',
	saved: '已保存为 {{name}}。',
	label: '项目',
	kept: '此浏览器会一直保留 Aisle 保存的内容，直到你删除。',
	notKept: '磁盘空间不足时，此浏览器可能会清除 Aisle 保存的内容。请不时保存项目。',
	savedAt: '上次保存：{{date}}。',
	reminder: {
		title: '所有内容都只保存在这个浏览器中',
		body: '磁盘空间不足时，浏览器可能会清除 Aisle 保存的内容。有了保存的项目，一切都能恢复。',
		save: '保存项目…',
		dismiss: '关闭',
	},
	openTitle: '打开已保存的项目',
	mergeBody:
		'添加到现有内容：其中的商品会排在你的商品之后。两边都有的内容（同一件商品、它在某个字段的标签、字段的划分、某项设置）以现有的为准。分别导入过两次的商品会保留两份。',
	replaceBody_other:
		'全部替换：现有的 {{count, number}} 件商品及其标签和已确认的结果都会被移除。如果还需要，请先保存项目。',
	others_other: '另外 {{count, number}} 个文件未处理，请之后重新拖入。',
	replace: '全部替换',
	merge: '添加到现有内容',
	openNow: '打开',
	cancel: '取消',
	cancelHint: '一切保持原样',
};
