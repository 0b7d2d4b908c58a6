import type { OddNumber, OddValue } from '../../domain/suspicion';
import type { Column } from './columns';

/** Neighbours with a cell that it takes to say what is usual. */
const leastNeighbours = 5;
/** In multiples of the spread that is usual between a product and its neighbours. */
const oddFrom = 5;
/** And so many times as much as the middle, or as little. */
const leastTimes = 2;
/** Neighbours must tell something of a column: their middle has to be nearer than the middle of all. */
const tellsFrom = 0.8;
/** A median absolute deviation in terms of a standard deviation, where things are normal. */
const normalMad = 1.4826;

type Odd<Found> = { row: number; near: number[] } & Omit<Found, 'kind' | 'productId' | 'near'>;

/** Rows of the neighbours `[n, k]` of one product. */
const rowsOf = (near: Int32Array, each: number, row: number): number[] =>
	[...near.subarray(row * each, (row + 1) * each)].filter((other) => other >= 0);

/**
 * Numbers far from those of the products most like it: prices, weights. Compared as ratios, for they are of all sizes;
 * a number that is not above 0 is odd where all others are.
 * @param near `[n, k]` rows of neighbours, −1 pads
 */
export function oddNumbers(
	{ name, values }: Extract<Column, { kind: 'number' }>,
	near: Int32Array,
): Odd<OddNumber>[] {
	const each = near.length / values.length;
	const logarithms = values.map((value) => (value !== null && value > 0 ? Math.log(value) : null));
	const known = logarithms.filter((value) => value !== null);
	const numbers = values.filter((value) => value !== null);
	// Temperatures and the like: a ratio means nothing.
	if (known.length < 0.9 * numbers.length) return [];
	const all = median(known);
	const looked = [...values.entries()].flatMap(([row, value]) => {
		const rows = rowsOf(near, each, row).filter((other) => logarithms[other] !== null);
		if (value === null || rows.length < leastNeighbours) return [];
		const middle = median(rows.map((other) => logarithms[other] as number));
		return [{ row, value, middle, rows, away: Math.abs((logarithms[row] ?? 0) - middle) }];
	});
	const usual = median(looked.map(({ away }) => away));
	const unrelated = median(looked.map(({ row }) => Math.abs((logarithms[row] ?? 0) - all)));
	// Numbers that neighbours do not tell, such as codes and years, are never far from them.
	if (looked.length === 0 || usual > tellsFrom * unrelated) return [];
	return looked.flatMap(({ row, value, middle, rows, away }) => {
		const times = value > 0 ? Math.exp(away) : null;
		if (times !== null && (away < oddFrom * normalMad * usual || times < leastTimes)) return [];
		const around = rows.map((other) => values[other] as number);
		return {
			row,
			near: rows,
			column: name,
			value: String(value),
			low: Math.min(...around),
			middle: Math.exp(middle),
			high: Math.max(...around),
			times,
			score: times === null ? 1 : 1 - 1 / times,
		};
	});
}

/** Share of the neighbours that must agree on another value. */
const agreeFrom = 0.9;
/** Products with a value have it in common with this share of their neighbours on average, or it is told by nothing. */
const ownFrom = 0.5;

/** Values that none of the products most like it has, where nearly all of those agree on another one. */
export function oddValues(
	{ name, values }: Extract<Column, { kind: 'value' }>,
	near: Int32Array,
): Odd<OddValue>[] {
	const each = near.length / values.length;
	const spelled = values.map((value) => value?.toLowerCase() ?? null);
	const shares = new Map<string, { sum: number; count: number }>();
	const looked = [...spelled.entries()].flatMap(([row, own]) => {
		const rows = rowsOf(near, each, row).filter((other) => spelled[other] !== null);
		if (own === null || rows.length < leastNeighbours) return [];
		const same = rows.filter((other) => spelled[other] === own).length / rows.length;
		const of = shares.get(own) ?? { sum: 0, count: 0 };
		shares.set(own, { sum: of.sum + same, count: of.count + 1 });
		return [{ row, own, rows, same }];
	});
	return looked.flatMap(({ row, own, rows, same }) => {
		const { sum, count } = shares.get(own) ?? { sum: 0, count: 1 };
		if (same > 0 || sum / count < ownFrom) return [];
		const [first = -1] = rows.filter((a) =>
			rows.every((b) => votes(rows, spelled, a) >= votes(rows, spelled, b)),
		);
		const score = votes(rows, spelled, first) / rows.length;
		if (score < agreeFrom) return [];
		return {
			row,
			near: rows,
			column: name,
			value: values[row] as string,
			usual: values[first] as string,
			score,
		};
	});
}

function votes(rows: number[], spelled: (string | null)[], of: number): number {
	return rows.filter((other) => spelled[other] === spelled[of]).length;
}

/** Middle one; of an even number the mean of both in the middle. NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
