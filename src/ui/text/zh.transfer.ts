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
};
