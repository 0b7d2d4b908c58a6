import { parseArgs } from 'node:util';
import { roomForRows } from '../src/learning/wasmRows';
import { normalPair, seededRandom } from '../src/maths/seededRandom';
import { largest, type QuantisedRows, quantisedRows, spread } from '../src/maths/similarity';
import { nearestProducts, type ProductIndex } from '../src/maths/similarProducts';
import { benchOn, usualData } from './harness/fashionBench';
import { terminalProgress } from './harness/terminalProgress';

/*
 * `npm run bench:search [-- --data DIR] [--products 10000,100000] [--random]`: the search of Similar and Audit over many
 * products, beside a plain loop over the same rows as they were before 8 bits. Rows
 * are those of the products in DIR, each again and again with noise; random unit rows without a DIR or with `--random`.
 */

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		products: { type: 'string', default: '10000,100000' },
		random: { type: 'boolean', default: false },
	},
});

interface Rows {
	photos: number[][];
	titles: number[][];
}

const seed = 1;
/** Of a row's own length. */
const noise = 0.3;
const compared = 30;
const timed = 200;
const neighbours = 10;
const settings = {
	measure: 'cosine',
	photoWeight: 0.5,
	diversity: 0,
	together: 0,
	count: 24,
} as const;

let real: Rows | null = null;
if (!options.random)
	await benchOn(options.data, async (harness) => {
		const progress = terminalProgress();
		real = await harness.call<Rows>('bench/search/page.ts', 'realRows', null, progress.show);
		progress.end();
	});
console.log(
	real
		? `Rows: ${(real as Rows).photos.length} real products, again and again with noise of ${noise} of their length.`
		: 'Rows: random unit rows.',
);
console.log('| products | p50 | p95 | plain loop, each | rows in memory | process | recall@10 |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const count of options.products.split(',').map(Number)) console.log(measured(count));

function measured(count: number): string {
	const queries = Array.from({ length: compared }, (_, i) => Math.floor((i * count) / compared));
	const photos = built(count, 2048, real?.photos ?? null, queries, seed);
	const titles = built(count, 384, real?.titles ?? null, queries, seed + 1);
	const ids = Array.from({ length: count }, (_, row) => String(row));
	const index: ProductIndex = {
		ids,
		rows: new Map(ids.map((id, row) => [id, row])),
		photos: photos.rows,
		titles: titles.rows,
		attributes: ids.map(() => new Set<string>()),
		together: null,
	};
	const ask = (row: number): string[] =>
		nearestProducts(index, { productIds: [String(row)], photo: null, title: null }, settings, null)
			.slice(0, neighbours)
			.map(({ productId }) => productId);
	let found = 0;
	for (const [at, row] of queries.entries()) {
		const exact = exactly(photos.cosines[at], titles.cosines[at], row);
		found += ask(row).filter((id) => exact.has(id)).length;
	}
	const times = Array.from({ length: timed }, (_, i) => {
		const start = performance.now();
		ask((i * 7919) % count);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	const at = (share: number): string => `${(times[Math.floor(share * timed)] ?? 0).toFixed(1)} ms`;
	const bytes = [photos, titles].reduce((sum, { rows: { codes } }) => sum + codes.length, 0);
	return `| ${[
		count.toLocaleString('en'),
		at(0.5),
		at(0.95),
		`${((photos.milliseconds + titles.milliseconds) / compared).toFixed(0)} ms`,
		`${(bytes / 1e6).toFixed(0)} MB`,
		`${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
		(found / compared / neighbours).toFixed(3),
	].join(' | ')} |`;
}

/** The rows in 8 bits, and the exact cosines of all to the rows asked for, without ever holding all of them exactly. */
function built(
	count: number,
	dimensions: number,
	from: number[][] | null,
	queries: readonly number[],
	seed: number,
) {
	const rows: QuantisedRows = roomForRows(count, dimensions);
	const asked = queries.map((row) => made(row, dimensions, from, seed));
	const cosines = queries.map(() => new Float32Array(count));
	let milliseconds = 0;
	for (let row = 0; row < count; row++) {
		const values = made(row, dimensions, from, seed);
		const one = quantisedRows(values, dimensions);
		rows.codes.set(one.codes, row * dimensions);
		rows.scale[row] = one.scale[0] ?? 0;
		rows.length[row] = one.length[0] ?? 0;
		const start = performance.now();
		for (const [at, query] of asked.entries()) {
			let dot = 0;
			for (let i = 0; i < dimensions; i++) dot += (query[i] as number) * (values[i] as number);
			(cosines[at] as Float32Array)[row] = dot;
		}
		milliseconds += performance.now() - start;
	}
	return { rows, cosines, milliseconds };
}

/** A unit row: the same for the same number and seed. */
function made(
	row: number,
	dimensions: number,
	from: number[][] | null,
	seed: number,
): Float32Array {
	const random = seededRandom(seed * 1_000_003 + row);
	const own = from?.[row % from.length] ?? null;
	const values = new Float32Array(dimensions);
	let square = 0;
	for (const value of own ?? []) square += value * value;
	const deviation = own ? (noise * Math.sqrt(square)) / Math.sqrt(dimensions) : 1;
	for (let i = 0; i < dimensions; i += 2) {
		const [first, second] = normalPair(random);
		values[i] = (own?.[i] ?? 0) + deviation * first;
		values[i + 1] = (own?.[i + 1] ?? 0) + deviation * second;
	}
	let length = 0;
	for (const value of values) length += value * value;
	return values.map((value) => value / Math.sqrt(length));
}

function exactly(
	photos: Float32Array | undefined,
	titles: Float32Array | undefined,
	own: number,
): Set<string> {
	if (!photos || !titles) return new Set();
	const [ofPhotos, ofTitles] = [spread(photos), spread(titles)];
	const scores = photos.map((photo, row) => photo / ofPhotos + (titles[row] as number) / ofTitles);
	scores[own] = Number.NaN;
	return new Set(largest(scores, neighbours).map(String));
}
