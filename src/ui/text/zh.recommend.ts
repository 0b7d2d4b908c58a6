import type { recommend as english } from './en.recommend';
import type { Words } from './words';

export const recommend: Words<typeof english> = {
	title: '一起选购的商品',
	lead: '导入记录谁选了什么的表格（用户、商品，可以有评分），就可以同时根据人们一起选购的商品来推荐；新商品仍然根据图片和标题推荐。',
	bring: '导入选购记录 CSV',
	hint: '商品可以写 SKU、handle、编号、图片文件名或标题。不会保存任何内容。',
	running: '正在读取和测量',
	cancelHint: '已读取的内容在本次访问中保留。',
	read: '{{file}}：{{people}}选了{{products}}。',
	people_other: '{{count, number}} 人',
	products_other: '你的 {{count, number}} 件商品',
	unmatched_other: '{{count, number}} 行没有对应的商品，或对应多件：第 {{lines}} 行。',
	andMore: '{{lines}} 等',
	nobody: '没有人选过两件你的商品，无法测量。',
	table: '哪种组合能找回隐藏的商品',
	measured_other: '对 {{count, number}} 人各隐藏一件商品再查找。',
	methodName: '如何测量',
	method:
		'每人隐藏一件商品，忽略此人自己的记录，再根据其余商品推荐（留一法）。命中率：隐藏的商品进入前十的比例。nDCG：同上，排名越靠前得分越高。一起选购：商品在用户上的余弦相似度（基于物品的协同过滤）。',
	blend: '组合',
	hitRate: '进入前十',
	ndcg: 'nDCG@10',
	content: '仅图片和标题',
	together: '仅一起选购',
	part: '一起选购占 {{percent}}',
	best: '{{blend}}（此处最佳）',
	use: '推荐依据',
	forget: '忘记表格',
};
