import type { groups as english } from './en.groups';
import type { Words } from './words';

export const groups: Words<typeof english> = {
	title: '相似商品分组',
	lead: '适合还没有标签的商品库：相似的商品会归到一起，给一个组起了名字，它就成为标签。',
	methodName: '如何给商品分组',
	method:
		'聚类，也就是无监督迁移：模型是用别的图片和文字训练的，这里没有任何标签。模型从每件商品看到的内容先经过白化（保留商品差异最大的 64 个方向，并压低过强的方向），统一长度，再用 k-means 分组。如果没有指定数量，会用 1,000 件商品尝试最多 60 组的各种数量，取轮廓系数最高的一个，即商品离本组比离邻组更近最明显的数量。',
	form: '如何分组',
	by: '相似依据',
	among: '哪些商品',
	all_other: '全部 {{count, number}} 件',
	unlabelled: '“{{field}}”中没有标签的 {{count, number}} 件',
	count: '组数',
	proposed: '自动建议',
	start: '分组',
	running: '正在给商品分组',
	cancelHint: '除了模型看到的内容，不会保留任何结果。',
	done_other: '找到 {{count, number}} 个组。',
	found_other: '{{products}}，分成 {{count, number}} 个组。',
	clearest:
		'在 {{least, number}} 到 {{most, number}} 组之间，这个数量分得最清楚；你也可以多分或少分。',
	without_other: '{{count, number}} 件商品没有可看的内容，不在任何组中。',
	field: '名称作为哪个字段的标签',
	list: '各组，从大到小',
	more_other: '再显示 {{count, number}} 个组',
	group: '第 {{number, number}} 组',
	open_other: '{{group}}：显示其中 {{count, number}} 件商品',
	labelled_other: '{{count, number}} 件的标签是“{{label}}”',
	name: '{{group}}的名称',
	nameHint: '名称',
	nameLike: '例如 {{name}}',
};
