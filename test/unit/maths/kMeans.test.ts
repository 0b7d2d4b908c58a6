import { describe, expect, it } from 'vitest';
import { assigned, type Clustering, kMeans } from '../../../src/maths/kMeans';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';

function clustered(
	rows: Float32Array,
	dimensions: number,
	settings: Parameters<typeof kMeans>[2],
): Clustering {
	const steps = kMeans(rows, dimensions, settings);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const settings = { count: 2, starts: 4, seed: 1 };

/** Clouds around given centres, one after the other. */
function clouds(centres: number[][], each: number, deviation: number, seed: number) {
	const random = seededRandom(seed);
	const rows: number[] = [];
	const truth: number[] = [];
	for (const [group, centre] of centres.entries())
		for (let i = 0; i < each; i++) {
			rows.push(...centre.map((value) => value + deviation * normalPair(random)[0]));
			truth.push(group);
		}
	return { rows: Float32Array.from(rows), truth };
}

describe('k-means', () => {
	it('puts 0, 1 and 10, 11 into two groups around 0.5 and 10.5', () => {
		const { centres, groups, distances, spread } = clustered(
			Float32Array.from([0, 1, 10, 11]),
			1,
			settings,
		);
		expect([...centres].sort((a, b) => a - b)).toEqual([0.5, 10.5]);
		expect(groups[0]).toBe(groups[1]);
		expect(groups[2]).toBe(groups[3]);
		expect(groups[0]).not.toBe(groups[2]);
		expect([...distances]).toEqual([0.25, 0.25, 0.25, 0.25]);
		expect(spread).toBe(1);
	});

	it('finds planted clouds, whatever the seed', () => {
		const centres = [
			[0, 0, 0],
			[10, 0, 0],
			[0, 10, 0],
			[0, 0, 10],
			[10, 10, 10],
		];
		const { rows, truth } = clouds(centres, 30, 1, 2);
		for (let seed = 1; seed <= 10; seed++) {
			const { groups } = clustered(rows, 3, { count: 5, starts: 4, seed });
			const pairs = new Set(truth.map((of, row) => `${of} ${groups[row]}`));
			expect(pairs.size).toBe(5);
		}
	});

	it('leaves every row with its nearest centre, and every centre at the mean of its rows', () => {
		const { rows } = clouds([[0, 0]], 80, 3, 4);
		const { centres, groups, spread } = clustered(rows, 2, { count: 4, starts: 1, seed: 3 });
		const again = assigned(rows, centres, 2);
		expect([...again.groups]).toEqual([...groups]);
		expect(again.spread).toBeCloseTo(spread, 6);
		for (let group = 0; group < 4; group++) {
			const own = [...groups.keys()].filter((row) => groups[row] === group);
			const mean = own.reduce((sum, row) => sum + (rows[2 * row] as number), 0) / own.length;
			expect(centres[2 * group]).toBeCloseTo(mean, 4);
		}
	});

	it('gives each row a group of its own when there are no more rows', () => {
		const { groups, spread } = clustered(Float32Array.from([1, 5, 9]), 1, {
			...settings,
			count: 7,
		});
		expect(new Set(groups).size).toBe(3);
		expect(spread).toBe(0);
	});

	it('copes with rows that are all the same', () => {
		const { groups, spread } = clustered(new Float32Array(6).fill(2), 1, settings);
		expect(groups).toHaveLength(6);
		expect(spread).toBe(0);
	});

	it('hands over after each pass', () => {
		const steps = kMeans(Float32Array.from([0, 1, 10, 11]), 1, settings);
		let passes = 0;
		while (!steps.next().done) passes++;
		// Each start looks at all rows at least twice.
		expect(passes).toBeGreaterThanOrEqual(8);
	});
});
