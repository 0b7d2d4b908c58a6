import type { Problem, Product } from '../domain/product';
import { categoryPath } from '../domain/taxonomy';
import type { Decided } from '../maths/fieldPreview';
import { type DecisionData, decisionOf } from './fieldTarget';
import type { AisleData, ProductStatus, Review, ReviewFilter } from './types';

/** The parts of the data that a product's standing rests on, so that screens can watch only these. */
export interface Standing extends DecisionData, Pick<AisleData, 'photos' | 'suggestions'> {
	review: Pick<Review, 'threshold'>;
}

/** Where a product stands. */
export function statusOf(state: Standing, product: Product): ProductStatus {
	if (decisionOf(state, product.id)) return 'done';
	const found = state.suggestions.get(product.id);
	const best = found?.suggestions[0];
	if (best) return best.probability >= state.review.threshold ? 'sure' : 'unsure';
	const unreadable = product.photos.every(({ photoId }) => state.photos.get(photoId)?.problem);
	return product.title === '' && unreadable ? 'failed' : found ? 'unsure' : 'waiting';
}

/** The products that the filter lets through, in grid order. */
export function visibleProducts(
	state: Standing & Pick<AisleData, 'products' | 'review'>,
): Product[] {
	const { filter } = state.review;
	if (filter === 'all') return state.products;
	return state.products.filter((product) => statusOf(state, product) === filter);
}

/** One index for every screen that asks, made when the catalogue changes. */
const indices = new WeakMap<readonly Product[], ReadonlyMap<string, Product>>();

/** The products by id. */
export function productsById({
	products,
}: Pick<AisleData, 'products'>): ReadonlyMap<string, Product> {
	const known = indices.get(products);
	if (known) return known;
	const made = new Map(products.map((product) => [product.id, product]));
	indices.set(products, made);
	return made;
}

/** How many products each filter would show. */
export function statusCounts(
	state: Standing & Pick<AisleData, 'products'>,
): Record<ReviewFilter, number> & { waiting: number } {
	const counts = { all: state.products.length, unsure: 0, sure: 0, done: 0, failed: 0, waiting: 0 };
	for (const product of state.products) counts[statusOf(state, product)] += 1;
	return counts;
}

/** One object for all, so that a screen that watches it sees no change. */
const photoTrusted: Problem = { code: 'note-unknown-language', detail: {} };
const onlyGuesses: Problem = { code: 'note-unknown-language-no-photo', detail: {} };

/** What is to be said of a product's title: that it is in a language the text encoder does not know. */
export function titleNote(
	{ suggestions }: Pick<AisleData, 'suggestions'>,
	{ id }: Product,
): Problem | null {
	const found = suggestions.get(id);
	if (found?.titleUnderstood !== false) return null;
	return found.evidence === 'title' ? onlyGuesses : photoTrusted;
}

/** Products decided or labelled by hand after which losing them would hurt. */
const muchHandwork = 50;

/** Whether to say once that all this lies in one browser, which may clear it. */
export function wantsBackup({
	kept,
	backup,
	heads,
	labels,
	decisions,
}: Pick<AisleData, 'kept' | 'backup' | 'heads' | 'labels' | 'decisions'>): boolean {
	if (kept !== false || backup.reminded) return false;
	if (heads.length > 0) return true;
	let byHand = 0;
	for (const { by } of decisions.values()) if (by !== 'threshold') byHand++;
	for (const of of labels.values())
		for (const { by } of of.values()) if (by === 'grid' || by === 'sort') byHand++;
	return byHand >= muchHandwork;
}

/** What was decided in Sort, as paths of the chosen taxonomy; `null` while that loads. */
export function decidedPaths({
	taxonomy,
	taxonomyId,
	decisions,
}: Pick<AisleData, 'taxonomy' | 'taxonomyId' | 'decisions'>): Decided | null {
	if (!taxonomy) return null;
	const index = new Map(taxonomy.categories.map(({ id }, at) => [id, at]));
	const paths = new Map<string, string>();
	for (const [productId, { categoryId }] of decisions) {
		const at = index.get(categoryId);
		if (at !== undefined) paths.set(productId, categoryPath(taxonomy, at));
	}
	return { taxonomyId, paths };
}
