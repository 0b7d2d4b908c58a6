import type { headFiles as english } from './en.headFiles';
import type { Words } from './words';

export const headFiles: Words<typeof english> = {
	takeAway: '导出…',
	title: '导出“{{name}}”',
	lead: '导出为供其他程序使用的文件。提供之前，会在此标签页中重新读取文件，用你的十件商品提问，并与 Aisle 的答案比较。',
	choice: '用途',
	formats: {
		tfjs: { name: '你自己的网页', term: 'TensorFlow.js 层模型' },
		'teachable-machine': {
			name: '支持 Teachable Machine 模型的程序',
			term: 'Teachable Machine 图像模型',
		},
		onnx: { name: '服务器、脚本和批处理引擎', term: 'ONNX' },
	},
	inside: '连同看图片的模型',
	insideHint: '输入 224 × 224 像素的图片。文件较大。',
	alone: '仅分类器',
	aloneHint: '输入模型对商品的描述：适合自行保存向量的情况。文件很小。',
	content: '文件包含什么',
	refusedTitle: '此分类器无法导出',
	notFor: {
		fused: '仅适用于把图片和标题并排放在一起的分类器：此分类器会逐件判断商品有什么。',
		words: '仅适用于整体阅读标题的分类器：此分类器按词计数，而计数的部分留在这里。',
		knn: '此分类器查找最相似的商品，这种格式无法表达，ONNX 可以。',
		ownNetwork: '此分类器所依赖的模型从你的商品中学习过，只存在于这里：请连同模型一起导出。',
		titleInside: '此分类器看标题，而阅读标题的模型留在这里：请只导出分类器。',
		photosOnly: '仅适用于只看图片的分类器。',
		kinds: '仅适用于“加权权衡”和“小型神经网络”，Teachable Machine 训练的正是这两种。',
	},
	carries: '文件还写明图片应如何准备，并带有标签和报告。其中只以编号指代商品。',
	make: '生成并检验文件',
	label: '导出分类器',
	cancelHint: '不会生成文件。',
	checkedTitle: '文件的答案与 Aisle 一致',
	checked_other:
		'已用 {{count, number}} 件商品提问。其概率与 Aisle 最大相差 {{difference}}（允许 {{tolerance}}）。',
	download: '下载 {{name}}（{{size}}）',
	another: '其他格式',
	bringIn: '导入分类器…',
	bringInHint: '从 Aisle（这里或别处）导出的 zip 或 ONNX 文件，也可以直接拖到此页面。',
	broughtIn: '“{{name}}”已导入。',
	importing: '导入分类器',
	importCancelHint: '不做任何改动。',
	imported: '已导入',
	importedHint: {
		tfjs: '来自 TensorFlow.js 模型。它学习过的商品不在这里。',
		'teachable-machine': '来自 Teachable Machine 模型。它学习过的商品不在这里。',
		onnx: '来自 ONNX 文件。它学习过的商品不在这里。',
	},
};
