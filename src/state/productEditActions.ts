import { mergedProduct } from '../maths/mergedProduct';
import { textHash } from '../maths/textHash';
import { decisionsFor } from '../storage/decisions';
import { unfinishedImports } from '../storage/imports';
import {
	type ProductRecords,
	productRecords,
	replaceProducts,
	sweepPhotos,
} from '../storage/productEdits';
import { putSetting, setting } from '../storage/settings';
import type { ActionContext } from './context';
import type { Labels } from './labelActions';
import type { Suggester } from './suggesting';
import type { ProductEditActions } from './types.productEdits';

export interface ProductEdits {
	actions: ProductEditActions;
	/** Reads what is stored. */
	open(): Promise<void>;
}

/** Taking products out of the catalogue, and making one of several. */
export function productEditActions(
	{ set, get, attempt }: ActionContext,
	labels: Labels,
	suggester: Suggester,
): ProductEdits {
	async function replace(gone: ProductRecords, come: ProductRecords): Promise<void> {
		await putSetting('photosLeftBehind', true);
		await replaceProducts(gone, come);
		const { products: before, duplicates } = get();
		const ids = new Set(gone.products.map(({ id }) => id));
		const products = [...before.filter(({ id }) => !ids.has(id)), ...come.products].sort(
			(a, b) => a.order - b.order,
		);
		set({
			products,
			undoSteps: [],
			// Photos that look the same still do.
			duplicates: duplicates?.products === before ? { ...duplicates, products } : duplicates,
		});
		await labels.open();
		const decisions = await decisionsFor(get().taxonomyId);
		set({ decisions: new Map(decisions.map((decision) => [decision.productId, decision])) });
		suggester.request(come.products);
	}

	async function step(gone: ProductRecords, come: ProductRecords): Promise<void> {
		await replace(gone, come);
		set({ productUndo: { gone, come } });
	}

	return {
		async open() {
			set({ toldApart: (await setting('toldApart')) ?? {}, productUndo: null });
			// Of products that an earlier visit removed. Photos on their way in have no product yet.
			if (!(await setting('photosLeftBehind')) || (await unfinishedImports()).length > 0) return;
			await sweepPhotos();
			await putSetting('photosLeftBehind', false);
		},
		actions: {
			removeProducts: (productIds) =>
				attempt(async () => {
					const gone = await productRecords(productIds);
					if (gone.products.length === 0) return;
					await step(gone, { products: [], labels: [], decisions: [] });
				}),
			mergeProducts: (productId, others) =>
				attempt(async () => {
					const gone = await productRecords([productId, ...others]);
					const [product, ...rest] = gone.products;
					if (!product || rest.length === 0) return;
					// Of each field and each taxonomy the first to have one; those of the product itself come first.
					const ofField = new Map([...gone.labels].reverse().map((each) => [each.field, each]));
					const ofTaxonomy = new Map(
						[...gone.decisions].reverse().map((each) => [each.taxonomyId, each]),
					);
					await step(gone, {
						products: [mergedProduct(product, rest)],
						labels: [...ofField.values()].map((each) => ({ ...each, productId })),
						decisions: [...ofTaxonomy.values()].map((each) => ({ ...each, productId })),
					});
				}),
			undoProducts: () =>
				attempt(async () => {
					const last = get().productUndo;
					if (!last) return;
					await replace(last.come, last.gone);
					set({ productUndo: null });
				}),
			tellApart: (productIds, apart) =>
				attempt(async () => {
					const ids = [...productIds].sort();
					const { [textHash(ids.join())]: _, ...others } = get().toldApart;
					const toldApart = apart ? { ...others, [textHash(ids.join())]: ids } : others;
					await putSetting('toldApart', toldApart);
					set({ toldApart });
				}),
		},
	};
}
