import { AppError } from '../domain/errors';
import type { InputBlock } from '../domain/head';
import type { Interactions } from '../domain/interactions';
import type { JobContext } from '../domain/job';
import type { SimilarHit, SimilarQuery, SimilarSettings } from '../domain/similar';
import { measuredBlends } from '../maths/recommending';
import { type QuantisedRows, quantisedRows } from '../maths/similarity';
import { nearestProducts, type ProductIndex } from '../maths/similarProducts';
import { neighbourhoods } from '../maths/suspicious/neighbourhood';
import { type Together, togetherOf } from '../maths/takenTogether';
import { breathe } from './heads/batches';
import { type RowSource, storedRows } from './heads/storedRows';
import { roomForRows } from './wasmRows';

interface OpenInput {
	products: (RowSource & { id: string; attributes: string[] })[];
	photos: InputBlock;
	titles: InputBlock;
	interactions: Interactions | null;
}

interface NearestInput {
	query: SimilarQuery;
	settings: SimilarSettings;
	among: Uint8Array | null;
}

/** Products read from storage at once. */
const productsAtOnce = 500;
/** Products looked at between two looks for a cancel. */
const rowsAtOnce = 10;

/** What the search worker does. It keeps what it has opened. See `SearchContract`. */
export function searchService() {
	let index: ProductIndex | null = null;

	async function open(
		{ products, photos, titles, interactions }: OpenInput,
		{ signal }: JobContext,
	) {
		const ids = products.map(({ id }) => id);
		index = null;
		const rows = new Map(ids.map((id, row) => [id, row]));
		const opened: ProductIndex = {
			ids,
			rows,
			together: interactions && byRow(interactions, rows),
			photos: await quantised(products, photos, signal),
			titles: await quantised(products, titles, signal),
			attributes: products.map(({ attributes }) => new Set(attributes)),
		};
		index = opened;
		return { photos: known(opened.photos), titles: known(opened.titles) };
	}

	function opened(): ProductIndex {
		// A fresh worker in place of one that died knows nothing; to the page that is the same death.
		if (!index) throw new AppError('worker-died', { reason: 'nothing is open' });
		return index;
	}

	async function nearest({
		query,
		settings,
		among,
	}: NearestInput): Promise<{ hits: SimilarHit[] }> {
		return { hits: nearestProducts(opened(), query, settings, among) };
	}

	async function neighbourhood(
		{ labels, seed }: { labels: Int32Array; seed: number },
		{ signal, report }: JobContext,
	) {
		const { photos, titles } = opened();
		const total = labels.length;
		const { look, found } = neighbourhoods(
			{ photos, titles, labels, seed },
			({ length, dimensions }) => roomForRows(length.length, dimensions),
		);
		for (let row = 0; row < total; row++) {
			if (row % rowsAtOnce === 0) await breathe(signal);
			look(row);
			report({ step: 'compare-products', done: row + 1, total });
		}
		return found;
	}

	async function blends({ seed }: { seed: number }, { signal, report }: JobContext) {
		const steps = measuredBlends(opened(), seed);
		for (;;) {
			const { done, value } = steps.next();
			if (done) return value;
			report({ step: 'compare-products', done: Math.round(100 * value), total: 100 });
			await breathe(signal);
		}
	}

	return { open, nearest, blends, neighbourhood };
}

/** Interactions with products that are gone are left out. */
function byRow(
	{ users, productIds, weights }: Interactions,
	rows: ReadonlyMap<string, number>,
): Together {
	const places = [...productIds.keys()].filter((at) => rows.has(productIds[at] ?? ''));
	return togetherOf(
		places.map((at) => users[at] as number),
		places.map((at) => rows.get(productIds[at] ?? '') as number),
		places.map((at) => weights[at] as number),
		rows.size,
	);
}

/** One row a product, a piece of the catalogue at a time in 32 bits. */
async function quantised(
	products: readonly RowSource[],
	block: InputBlock,
	signal: AbortSignal,
): Promise<QuantisedRows> {
	const { dimensions } = block;
	const all = roomForRows(products.length, dimensions);
	for (let start = 0; start < products.length; start += productsAtOnce) {
		signal.throwIfAborted();
		const some = products.slice(start, start + productsAtOnce);
		const rows = quantisedRows(await storedRows(some, [block]), dimensions);
		all.codes.set(rows.codes, start * dimensions);
		all.scale.set(rows.scale, start);
		all.length.set(rows.length, start);
	}
	return all;
}

function known({ length }: QuantisedRows): number {
	return length.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
}
