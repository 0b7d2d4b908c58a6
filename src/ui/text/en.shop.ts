/** Exports for the systems of shops. */
export const shop = {
	more: 'Other exports',
	shopify: 'Shopify product CSV',
	shopifyHint:
		'Sets “Product category” of products with the same handle when “overwrite” is ticked in Shopify; nothing else of them changes. Others are created.',
	shopifyType:
		'The category goes into “Type”. Sort into Shopify’s taxonomy to fill “Product category”.',
	merchant: 'Google Merchant feed',
	merchantHint: 'A supplemental feed: “google_product_category”, matched by id.',
	merchantType:
		'A supplemental feed: “product_type”, matched by id. Sort into Google’s taxonomy to fill “google_product_category”.',
	labels: 'Labels as CSV',
	labelsHint:
		'A column for each field. Fill it in or correct it in a spreadsheet, then drop it here again.',
	photos: 'Photos in folders per label…',
	photosHint: 'A zip for other tools, with labels.csv.',
	nothing: 'Nothing is decided or sure yet, so there is nothing to write.',
	leftOut_one: '{{count, number}} product is neither decided nor sure and was left out.',
	leftOut_other: '{{count, number}} products are neither decided nor sure and were left out.',
	all: 'All products are in it.',
} as const;
