import { describe, expect, it } from 'vitest';
import type { HeadSide } from '../../../src/domain/head';
import { softmaxRows } from '../../../src/maths/calibration';
import { bestMix, lateScores, lateShares, logarithms } from '../../../src/maths/lateScores';

/** Scores are the row itself. */
const side: HeadSide = {
	dimensions: 2,
	temperature: 1,
	parameters: {
		kind: 'layers',
		layers: [
			{ inputs: 2, outputs: 2, weights: Float32Array.of(1, 0, 0, 1), bias: new Float32Array(2) },
		],
		output: 'linear',
	},
};
const log = Math.log;

describe('two heads, mixed', () => {
	it('multiply what both say, each as much as it counts, and leave alone what only one says', () => {
		// As probabilities: photo 3/4 to 1/4, title 1/2 to 1/2, a photo alone, a title alone.
		const rows = Float32Array.from([
			...[log(3), 0.001, 1, 1],
			...[log(3), 0.001, 0, 0],
			...[0, 0, log(3), 0.001],
		]);
		const scores = lateScores(
			{ kind: 'late', photo: side, title: side, photoShare: 0.5, temperature: 0.5 },
			rows,
			2,
		);
		const probabilities = [...softmaxRows(scores, 2)];
		// The geometric mean of 3 and 1 is √3; a temperature of a half squares it.
		for (const [row, expected] of [0.75, 0.75, 0.75].entries())
			expect(probabilities[row * 2]).toBeCloseTo(expected, 3);
	});

	it('count all or nothing where one is missing', () => {
		const there = { photo: [true, true, false], title: [true, false, true] };
		expect([...lateShares(0.25, there)]).toEqual([0.25, 1, 0]);
	});
});

describe('the best mix', () => {
	/** Two labels, from the probability of the true one in each row; rows are of the one and the other in turn. */
	const truth = Int32Array.of(0, 1, 0, 1);
	const ofTruth = (...probabilities: number[]) =>
		logarithms(
			Float32Array.from(
				probabilities.flatMap((of, row) => (row % 2 === 0 ? [of, 1 - of] : [1 - of, of])),
			),
		);
	const knows = ofTruth(0.9, 0.9, 0.9, 0.2);
	const guesses = ofTruth(0.6, 0.3, 0.4, 0.4);

	it('trusts the side that knows', () => {
		expect(bestMix({ photo: knows, title: guesses }, truth, 2).photoShare).toBeGreaterThan(0.7);
		expect(bestMix({ photo: guesses, title: knows }, truth, 2).photoShare).toBeLessThan(0.3);
	});

	it('takes from both where each knows what the other does not', () => {
		const photo = ofTruth(0.9, 0.4, 0.2, 0.5);
		const title = ofTruth(0.4, 0.9, 0.5, 0.2);
		expect(bestMix({ photo, title }, truth, 2).photoShare).toBe(0.5);
	});

	it('is even where nothing was held out', () => {
		const none = new Float32Array();
		expect(bestMix({ photo: none, title: none }, new Int32Array(), 2)).toEqual({
			photoShare: 0.5,
			temperature: 1,
		});
	});
});
