import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	atThreshold,
	coverageCurve,
	expectedCalibrationError,
	fitTemperature,
	negativeLogLikelihood,
	reliabilityBins,
	softmaxRows,
	trustedThreshold,
} from '../../../src/maths/calibration';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';
import reference from './fixtures/scikitLearn.json';

const { truth, classes } = reference;
const scores = Float32Array.from(reference.scores);

describe('likelihood and temperature', () => {
	it('agrees with scikit-learn', () => {
		expect(negativeLogLikelihood(scores, truth, classes, 1.7)).toBeCloseTo(
			reference['logLossAtTemperature1.7'],
			6,
		);
	});

	it('finds the temperature that made the labels', () => {
		const random = seededRandom(7);
		const made = 3;
		const rows = 6000;
		const drawn = Float32Array.from({ length: rows * 4 }, () => 4 * normalPair(random)[0]);
		const drawnFrom = (probabilities: Float32Array): number => {
			const at = random();
			let sum = 0;
			for (const [label, probability] of probabilities.entries()) {
				sum += probability;
				if (at < sum) return label;
			}
			return probabilities.length - 1;
		};
		const labels = Array.from({ length: rows }, (_, row) =>
			drawnFrom(softmaxRows(drawn.slice(row * 4, row * 4 + 4), 4, made)),
		);
		expect(fitTemperature(drawn, labels, 4)).toBeGreaterThan(2.8);
		expect(fitTemperature(drawn, labels, 4)).toBeLessThan(3.2);
	});

	it('is never worse than leaving scores alone, and never changes an answer', () => {
		const table = fc.array(fc.tuple(fc.float({ min: -9, max: 9, noNaN: true }), fc.nat(2)), {
			minLength: 3,
			maxLength: 30,
		});
		fc.assert(
			fc.property(table, (cells) => {
				const rows = Math.floor(cells.length / 3);
				const values = Float32Array.from(cells.slice(0, rows * 3), ([value]) => value);
				const labels = cells.slice(0, rows).map(([, label]) => label);
				const temperature = fitTemperature(values, labels, 3);
				const after = negativeLogLikelihood(values, labels, 3, temperature);
				expect(after).toBeLessThanOrEqual(negativeLogLikelihood(values, labels, 3) + 1e-3);
			}),
		);
	});

	it('does not overflow', () => {
		expect([...softmaxRows(Float32Array.of(1e30, -1e30, 0), 3)]).toEqual([1, 0, 0]);
	});

	it('is 1 where there is nothing to learn from', () => {
		expect(fitTemperature(new Float32Array(), [], 3)).toBe(1);
	});
});

describe('expected calibration error', () => {
	it('is what one gets by hand', () => {
		// Bins of a tenth: (0.8, 0.9] holds two rows, confidence 1.7, one right; (0.5, 0.6] one row, 0.6, right.
		const error = expectedCalibrationError([0.85, 0.85, 0.6], [true, false, true], 10);
		expect(error).toBeCloseTo((Math.abs(1.7 - 1) + Math.abs(0.6 - 1)) / 3, 12);
	});

	it('is 0 for a head that is sure and right', () => {
		expect(expectedCalibrationError([1, 1], [true, true])).toBe(0);
	});
});

describe('coverage', () => {
	const confidence = Float32Array.of(0.5, 0.9, 0.9, 0.75);
	const right = [false, true, false, true];

	it('lets equal probabilities pass together', () => {
		const curve = coverageCurve(confidence, right);
		expect([...curve.coverage]).toEqual([0.5, 0.75, 1]);
		expect([...curve.accuracy]).toEqual([0.5, Math.fround(2 / 3), 0.5]);
	});

	it('says the same as counting at each threshold', () => {
		const rows = fc.array(fc.tuple(fc.float({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
			minLength: 1,
			maxLength: 50,
		});
		fc.assert(
			fc.property(rows, (table) => {
				const values = Float32Array.from(table, ([value]) => value);
				const isRight = table.map(([, flag]) => flag);
				const curve = coverageCurve(values, isRight);
				for (const [point, threshold] of curve.threshold.entries()) {
					const counted = atThreshold(values, isRight, threshold);
					expect(curve.coverage[point]).toBe(Math.fround(counted.coverage));
					expect(curve.accuracy[point]).toBe(Math.fround(counted.accuracy as number));
				}
				expect(curve.coverage.at(-1)).toBe(1);
			}),
		);
	});

	it('trusts no threshold on the word of twenty products', () => {
		const sure = Float32Array.from({ length: 20 }, () => 0.99);
		const curve = coverageCurve(
			sure,
			Array.from(sure, () => true),
		);
		expect(trustedThreshold(curve, 0.99, 20)).toBeNull();
	});

	it('trusts it on the word of a thousand, and goes no further down than they are right', () => {
		const values = Float32Array.from({ length: 2000 }, (_, i) => (i < 1000 ? 0.95 : 0.4));
		const isRight = Array.from(values, (value, i) => value > 0.9 || i % 2 === 0);
		const curve = coverageCurve(values, isRight);
		expect(trustedThreshold(curve, 0.99, 2000)).toBe(Math.fround(0.95));
	});

	it('covers nothing without a threshold', () => {
		expect(atThreshold(confidence, right, null)).toEqual({ coverage: 0, accuracy: null });
	});
});

describe('the bins of a reliability diagram', () => {
	it('put together what is equally sure', () => {
		// Of ten bins the second holds (0.1, 0.2], the last (0.9, 1].
		const bins = reliabilityBins(
			[0.2, 0.15, 0.95, 1, 0.91, 0],
			[true, false, true, true, false, false],
		);
		expect(bins.map(({ rows }) => rows)).toEqual([[5], [0, 1], [2, 3, 4]]);
		expect(bins.map(({ right }) => right)).toEqual([0, 1 / 2, 2 / 3]);
		expect(bins[1]?.confidence).toBeCloseTo(0.175, 9);
		expect(bins[2]?.confidence).toBeCloseTo(2.86 / 3, 9);
	});

	it('hold every row once', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (confidence) => {
				const bins = reliabilityBins(
					confidence,
					confidence.map((value) => value > 0.5),
				);
				const rows = bins.flatMap((bin) => bin.rows).sort((a, b) => a - b);
				expect(rows).toEqual([...confidence.keys()]);
			}),
		);
	});
});
