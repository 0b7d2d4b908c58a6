import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelBalance } from '../../../src/maths/labelBalance';
import { labelBins } from '../../../src/maths/labelBins';
import { labelled } from './catalogue';

const of = (sizes: Record<string, number>, without = 0) => {
	const { products, labels } = labelled([
		...Object.entries(sizes).flatMap(([label, size]) => new Array<string>(size).fill(label)),
		...new Array<null>(without).fill(null),
	]);
	return labelBalance(labelBins(products, labels));
};

describe('balance', () => {
	it('of even labels is fine, and as many count as there are', () => {
		const balance = of({ a: 10, b: 10, c: 10, d: 10 }, 7);
		expect(balance).toMatchObject({ labels: 4, ratio: 1, few: [], advice: 'fine' });
		expect(balance?.effectiveLabels).toBeCloseTo(4, 12);
	});

	it('of two to one is worth 1.89 labels', () => {
		// H = ⅔·ln 1.5 + ⅓·ln 3 = 0.6365 nats
		expect(of({ a: 20, b: 10 })?.effectiveLabels).toBeCloseTo(1.8899, 4);
	});

	it('asks for weights from ten to one on, but not below', () => {
		expect(of({ a: 100, b: 10 })?.advice).toBe('class-weights');
		expect(of({ a: 99, b: 10 })?.advice).toBe('fine');
	});

	it('names labels that are too small before anything else', () => {
		expect(of({ a: 200, b: 9, c: 1 })).toMatchObject({
			few: [1, 2],
			ratio: 200,
			smallest: { label: 'c', count: 1 },
			advice: 'too-few',
		});
	});

	it('knows when there is nothing to tell apart', () => {
		expect(of({ a: 3 })).toMatchObject({ advice: 'one-label', effectiveLabels: 1 });
		expect(of({}, 3)).toBeNull();
	});

	it('never counts more labels than there are', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (sizes) => {
				const balance = of(Object.fromEntries(sizes.map((size, i) => [`label ${i}`, size])));
				expect(balance?.effectiveLabels).toBeGreaterThanOrEqual(1 - 1e-9);
				expect(balance?.effectiveLabels).toBeLessThanOrEqual(sizes.length + 1e-9);
				expect(balance?.ratio).toBeGreaterThanOrEqual(1);
			}),
		);
	});
});
