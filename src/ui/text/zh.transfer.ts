import type { transfer as english } from './en.transfer';
import type { Words } from './words';

export const transfer: Words<typeof english> = {
	title: '哪种学习方式适合我的商品库？',
	zeroShot: {
		have: '没有标签，但有类目列表',
		use: '直接使用建议：Aisle 把每件商品与类目的名称作比较。',
		place: '“归类”中的建议',
		term: '零样本迁移',
	},
	unsupervised: {
		have: '没有标签，也没有列表',
		use: '让相似的商品归到一起，再给每个组起名字。',
		place: '“商品库”中的分组',
		term: '无监督迁移',
	},
	inductive: {
		have: '大部分商品有标签，或每个标签都有足够的商品',
		use: '训练自己的分类器：它了解你的标签，并说明自己有多准。',
		place: '训练，见下方',
		term: '归纳迁移',
	},
	semiSupervised: {
		have: '标签很少，没有标签的商品很多',
		use: '训练时勾选“也从没有标签的商品中学习”：它有把握的商品会教它更多。',
		place: '训练，见下方',
		term: '半监督迁移',
	},
	carried: {
		have: '新商品的标签很少，但已有其他商品的分类器',
		use: '沿用那个分类器（在“训练”或“比较”中）：“比较”会说明它在这里有帮助还是有害。',
		place: '比较',
		term: '迁移到新领域：基于模型和基于特征',
	},
	from: '沿用另一个分类器',
	afresh: '不沿用，从头开始',
	fromHint:
		'适合新商品标签很少，而另一个商品分类器看的内容相同的情况，例如从服装到家居。是有帮助还是有害，由“比较”说明。',
	by: '沿用什么',
	ways: {
		start: {
			name: '它的权重，作为起点',
			body: '从另一个分类器结束的地方开始，并停留在附近，除非新商品另有说法。同名标签保留已知的内容。',
			term: '基于模型的迁移：带 L2-SP 的微调（Li、Grandvalet 和 Davoine，2018），强度在留出的商品上搜索',
		},
		features: {
			name: '它的回答，作为学习内容',
			body: '在模型看到的内容之外，还从另一个分类器的回答中学习。它的标签不必相同。',
			term: '基于特征的迁移：把源分类器的投影作为附加列',
		},
	},
	verdicts: '沿用与从头开始的比较',
	verdict: {
		helps:
			'“{{head}}”有帮助（{{way}}）：在相同的 {{count, number}} 件测试商品上相差 {{points}} 个百分点（95 % 区间 {{low}} 至 {{high}}）。',
		hurts:
			'“{{head}}”有害（{{way}}）：在相同的 {{count, number}} 件测试商品上相差 {{points}} 个百分点（95 % 区间 {{low}} 至 {{high}}）。它所知道的在这里不成立，这叫负迁移：请从头开始。',
		open: '“{{head}}”带来的差异可能出于偶然（{{way}}）：在相同的 {{count, number}} 件测试商品上相差 {{points}} 个百分点（95 % 区间 {{low}} 至 {{high}}）。',
	},
	strategy: '{{strategy}} · 沿用：{{way}}',
	gone: '已删除的分类器',
	also: '同时试试沿用另一个分类器',
	alsoNone: '不试',
	alsoHint: '每种方式都与从头开始并列，只适用于与另一个分类器看的内容相同的 softmax 回归。',
};
