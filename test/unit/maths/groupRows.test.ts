import { describe, expect, it } from 'vitest';
import { clearestCount, fitGroupRows, groupRows, triedCounts } from '../../../src/maths/groupRows';
import { kMeans } from '../../../src/maths/kMeans';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';

const photo = 20;
const title = 8;
const inputs = [{ dimensions: photo }, { dimensions: title }];
const width = photo + title;

/**
 * Products of four kinds. The photo tells two pairs apart, the title the two of each pair; and the photo has two
 * directions that are far longer than those and say nothing.
 */
function planted(each: number): { rows: Float32Array; truth: number[] } {
	const random = seededRandom(5);
	const rows = new Float32Array(4 * each * width);
	const truth: number[] = [];
	for (let row = 0; row < 4 * each; row++) {
		const kind = row % 4;
		truth.push(kind);
		for (let i = 0; i < width; i++) rows[row * width + i] = 0.3 * normalPair(random)[0];
		const add = (column: number, value: number): void => {
			rows[row * width + column] = (rows[row * width + column] as number) + value;
		};
		add(0, 6 * normalPair(random)[0]);
		add(1, 6 * normalPair(random)[0]);
		add(2, kind < 2 ? 3 : -3);
		add(photo, kind % 2 === 0 ? 3 : -3);
	}
	return { rows, truth };
}

function grouped(rows: Float32Array, dimensions: number, count: number): Int32Array {
	const steps = kMeans(rows, dimensions, { count, starts: 5, seed: 1 });
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value.groups;
	}
}

const distinct = (groups: Int32Array, truth: number[]) =>
	new Set(truth.map((of, row) => `${of} ${groups[row]}`)).size;

describe('rows that are compared for groups', () => {
	it('show kinds that plain k-means overlooks', () => {
		const { rows, truth } = planted(40);
		const white = groupRows(rows, inputs, fitGroupRows(rows, inputs, 1));
		const columns = white.length / truth.length;
		// The one direction of the photo's and of the title's that tell kinds apart stand out by nothing but their gap.
		expect(distinct(grouped(rows, width, 4), truth)).toBeGreaterThan(4);
		expect(distinct(grouped(white, columns, 4), truth)).toBe(4);
	});

	it('are of length 1, also where a photo or a title is missing, and 0 where both are', () => {
		const { rows } = planted(20);
		rows.fill(Number.NaN, 0, photo);
		rows.fill(Number.NaN, width + photo, 2 * width);
		rows.fill(Number.NaN, 2 * width, 3 * width);
		const white = groupRows(rows, inputs, fitGroupRows(rows, inputs, 1));
		const columns = white.length / 80;
		const length = (row: number): number =>
			Math.hypot(...white.subarray(row * columns, (row + 1) * columns));
		expect(length(0)).toBeCloseTo(1, 5);
		expect(length(1)).toBeCloseTo(1, 5);
		expect(length(2)).toBe(0);
		expect(length(3)).toBeCloseTo(1, 5);
	});
});

describe('numbers of groups', () => {
	it('are tried a fifth apart, with four products each at least', () => {
		expect(triedCounts(7)).toEqual([]);
		expect(triedCounts(12)).toEqual([2, 3]);
		expect(triedCounts(40)).toEqual([2, 3, 4, 5, 6, 8, 10]);
		expect(triedCounts(100_000).at(-1)).toBeLessThanOrEqual(60);
	});

	it('are decided by the highest silhouette, of equal ones by the smaller number', () => {
		const tried = [
			{ count: 2, silhouette: 0.2 },
			{ count: 3, silhouette: 0.4 },
			{ count: 4, silhouette: 0.4 },
		];
		expect(clearestCount(tried)).toBe(3);
		expect(clearestCount([])).toBe(1);
	});
});
