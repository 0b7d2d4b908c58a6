import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../src/maths/sampling';
import reference from './fixtures/scikitLearn.json';

const rowsOf = fc.array(fc.nat(4), { minLength: 1, maxLength: 60 });

function counts(classes: readonly number[], rows: Int32Array): Map<number, number> {
	const found = new Map<number, number>();
	for (const row of rows) {
		const of = classes[row] as number;
		found.set(of, (found.get(of) ?? 0) + 1);
	}
	return found;
}

describe('sampling', () => {
	it('takes as many of each class as the rarest has, none twice', () => {
		fc.assert(
			fc.property(rowsOf, fc.nat(), (classes, seed) => {
				const { rows } = sampleRows(classes, 'under', seed);
				const before = counts(classes, Int32Array.from(classes.keys()));
				const rarest = Math.min(...before.values());
				expect([...counts(classes, rows).values()]).toEqual([...before].map(() => rarest));
				expect(new Set(rows).size).toBe(rows.length);
			}),
		);
	});

	it('repeats the rare ones up to the most common, evenly, and forgets nobody', () => {
		fc.assert(
			fc.property(rowsOf, fc.nat(), (classes, seed) => {
				const { rows } = sampleRows(classes, 'over', seed);
				const before = counts(classes, Int32Array.from(classes.keys()));
				const commonest = Math.max(...before.values());
				expect([...counts(classes, rows).values()]).toEqual([...before].map(() => commonest));
				expect(new Set(rows).size).toBe(classes.length);
				for (const [of, size] of before) {
					const most = Math.ceil(commonest / size);
					for (const row of new Set(rows))
						if (classes[row] === of)
							expect(rows.filter((other) => other === row).length).toBeLessThanOrEqual(most);
				}
			}),
		);
	});

	it('weighs classes as scikit-learn does, with mean 1', () => {
		const { weights } = sampleRows(reference.truth, 'class-weights', 1);
		for (const [row, of] of reference.truth.entries())
			expect(weights[row]).toBeCloseTo(reference.balancedWeights[of] as number, 5);
		const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
		expect(mean).toBeCloseTo(1, 5);
	});

	it('leaves rows as they are when told so', () => {
		const { rows, weights } = sampleRows([2, 0, 0], 'as-is', 1);
		expect([...rows]).toEqual([0, 1, 2]);
		expect([...weights]).toEqual([1, 1, 1]);
	});
});
