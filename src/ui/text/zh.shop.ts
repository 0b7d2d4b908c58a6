import type { shop as english } from './en.shop';
import type { Words } from './words';

export const shop: Words<typeof english> = {
	more: '其他导出方式',
	shopify: 'Shopify 商品 CSV',
	shopifyHint:
		'在 Shopify 中勾选“覆盖”后，会填写 handle 相同的商品的“Product category”，其他内容不变；没有对应的商品会新建。',
	shopifyType: '类目会写入“Type”。如需填写“Product category”，请按 Shopify 类目体系归类。',
	merchant: 'Google Merchant 商品 Feed',
	merchantHint: '补充 Feed：填写“google_product_category”，按 id 对应。',
	merchantType:
		'补充 Feed：填写“product_type”，按 id 对应。如需填写“google_product_category”，请按 Google 类目体系归类。',
	labels: '标签 CSV',
	labelsHint: '每个字段一列。可以在电子表格中填写或修改，再拖回这里。',
	photos: '按标签分文件夹的图片…',
	photosHint: '供其他工具使用的 zip，附 labels.csv。',
	nothing: '还没有已确认或有把握的商品，没有可写入的内容。',
	leftOut_other: '{{count, number}} 件商品既未确认也没有把握，未写入文件。',
	all: '已包含全部商品。',
};
