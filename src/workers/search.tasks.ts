import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import { type QuantisedRows, quantisedRows } from '../maths/similarity';
import { nearestProducts, type ProductIndex } from '../maths/similarProducts';
import { embeddings } from '../storage/embeddings';
import type { ProductToSearch, SearchContract } from './search.contract';

/** Products read from storage at once. */
const productsAtOnce = 500;

/** What the search worker does. It keeps what it has opened. */
export function searchTasks(): SearchContract {
	let index: ProductIndex | null = null;
	return {
		async open({ products, photos, titles }, job) {
			const ids = products.map(({ id }) => id);
			index = null;
			const opened: ProductIndex = {
				ids,
				rows: new Map(ids.map((id, row) => [id, row])),
				photos: await rowsOf(products, photos, ({ photoIds }) => photoIds, job),
				titles: await rowsOf(products, titles, ({ titleId }) => (titleId ? [titleId] : []), job),
				attributes: products.map(({ attributes }) => new Set(attributes)),
			};
			index = opened;
			return { photos: known(opened.photos), titles: known(opened.titles) };
		},
		async nearest({ query, settings, among }) {
			// A fresh worker in place of one that died knows nothing; to the page that is the same death.
			if (!index) throw new AppError('worker-died', { reason: 'nothing is open' });
			return { hits: nearestProducts(index, query, settings, among) };
		},
	};
}

/** One row a product: the mean of its photos. */
async function rowsOf(
	products: ProductToSearch[],
	{ set, dimensions }: { set: string; dimensions: number },
	itemsOf: (product: ProductToSearch) => string[],
	job: JobContext,
): Promise<QuantisedRows> {
	const all: QuantisedRows = {
		codes: new Int8Array(products.length * dimensions),
		scale: new Float32Array(products.length),
		length: new Float32Array(products.length),
		dimensions,
	};
	for (let start = 0; start < products.length; start += productsAtOnce) {
		job.signal.throwIfAborted();
		const some = products.slice(start, start + productsAtOnce);
		const items = some.map(itemsOf);
		const vectors = await embeddings(set, items.flat());
		const rows = new Float32Array(some.length * dimensions);
		let at = 0;
		for (const [row, own] of items.entries()) {
			const found = vectors.slice(at, at + own.length).filter((vector) => vector !== undefined);
			at += own.length;
			rows.set(meanRow(found, dimensions), row * dimensions);
		}
		const quantised = quantisedRows(rows, dimensions);
		all.codes.set(quantised.codes, start * dimensions);
		all.scale.set(quantised.scale, start);
		all.length.set(quantised.length, start);
		job.report({ step: 'compare-photos', done: start + some.length, total: products.length });
	}
	return all;
}

function meanRow(vectors: Float32Array[], dimensions: number): Float32Array {
	const [only] = vectors;
	if (vectors.length === 1 && only) return only;
	const mean = new Float32Array(dimensions);
	for (const vector of vectors)
		for (let i = 0; i < dimensions; i++)
			mean[i] = (mean[i] as number) + (vector[i] as number) / vectors.length;
	return mean;
}

function known({ length }: QuantisedRows): number {
	return length.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
}
