import type { duplicates as english } from './en.duplicates';
import type { Words } from './words';

export const duplicates: Words<typeof english> = {
	lead: '图片相同或几乎相同的商品：重新保存、缩放或略微裁剪。由你决定它们是什么：同一件商品出现两次、同一商品的不同部分，还是不同的商品。',
	form: '哪些图片算相同',
	how: '相同的文件会立即找到。看起来相同的图片要根据模型看到的内容来找。',
	results: '重复商品',
	found_other: '{{count, number}} 组商品共用图片',
	kind: {
		same: '同一个文件。',
		near: '几乎相同的图片。',
	},
	sameTitle: '标题都相同。',
	which: '保留哪一件',
	stays: '保留',
	concerned: '属于这一组',
	without: '不包括 {{name}}',
	keep: '保留一件，移除其他',
	merge: '合并为一件',
	apart: '不是重复商品',
	hint: '合并时，保留的商品会补上它缺少的内容：其他商品的图片、文字、列和标签。',
	kept_other: '已移除 {{count, number}} 件商品。',
	merged_other: '已将 {{count, number}} 件商品合并到另一件。',
	toldApart: '从现在起，在划分、图表和这里都视为不同的商品，无论图片如何。',
	busy: '导入完成后才能移除商品。',
};
