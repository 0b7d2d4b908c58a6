import type { advice as english } from './en.advice';
import type { Words } from './words';

export const advice: Words<typeof english> = {
	title: '从哪里开始',
	sentences: {
		'few-near':
			'训练一个分类头，网络保持不变：它们已经能区分你的标签，而每个标签 {{perLabel, number}} 件商品还不足以教会它们更多。',
		'few-far':
			'网络保持不变，但让所有网络都来看，并逐词阅读标题：单个网络看到的内容还不能区分这些标签，而每个标签 {{perLabel, number}} 件商品还不足以教会它。',
		'many-near':
			'让网络的最后一段一起学习：它已经能区分你的标签，而每个标签 {{perLabel, number}} 件商品足以让它更敏锐而不被学坏。',
		'many-far':
			'让网络的最后三段一起学习：它看到的内容还不能区分这些标签，而每个标签 {{perLabel, number}} 件商品足以教会它。',
	},
	titleSentences: {
		'few-near':
			'训练一个分类头，网络保持不变：它已经能区分你的标签，而每个标签 {{perLabel, number}} 件商品还不足以教会它更多。',
		'few-far': '逐词阅读标题：网络理解到的含义还不能区分这些标签，但词语本身也许可以。',
		'many-near':
			'按含义阅读标题，并在其上训练一个小型网络：每个标签 {{perLabel, number}} 件商品足以学到更多。',
		'many-far':
			'从零学习词语：网络对标题含义的理解还不能区分这些标签，而每个标签 {{perLabel, number}} 件商品足以学会你自己的用词。',
	},
	use: '采用这些设置',
	used: '表单中已是这些设置。',
	why: '为什么？',
	measuredTitle: '你的标签离网络已有的知识有多近',
	measured:
		'对每件将用于学习的商品，Aisle 按网络在向你学习之前所看到的内容，找出与它最相像的另一件，再看两者标签是否相同。靠运气的部分已扣除：100% 表示总是相同，0% 表示不比随机更好。从 {{from}} 起算作“近”。',
	term: '留一法最近邻准确率，按 Cohen’s kappa 的方式校正随机',
	looker: '谁在看',
	titles: '标题，按含义',
	agreement: '标签相同',
	chance: '随机情况',
	nearness: '有多近',
	casesTitle: '四种情形',
	cases: '“少”指各标签的中位数少于 {{count, number}} 件商品：这是经验之谈，并非定律。',
	amount: '商品',
	near: '近',
	far: '远',
	few: '少',
	many: '多',
	short: {
		'few-near': '网络不变，在最近的网络上训练分类头',
		'few-far': '网络不变，在所有网络上训练分类头',
		'many-near': '最后一段一起学习',
		'many-far': '最后三段一起学习',
	},
	yours: '你的情形',
	compare: '建议只是起点，不是终点：“比较”会在相同的商品上尝试多种做法。',
	toCompare: '前往比较',
};
