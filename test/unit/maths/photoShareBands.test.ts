import { describe, expect, it } from 'vitest';
import { photoShareFigures } from '../../../src/maths/photoShareBands';

const answer = (photoShare: number | null, right = true) => ({
	productId: String(photoShare),
	truth: 0,
	predicted: right ? 0 : 1,
	probability: 0.5,
	right,
	photoShare,
});

describe('how much the photo counted', () => {
	it('is told in five bands with what is right in each, and on average where there is something to weigh', () => {
		const figures = photoShareFigures([
			answer(0),
			answer(0.2),
			answer(0.3, false),
			answer(0.8),
			answer(1, false),
		]);
		expect(figures?.bands.map(({ answers, right }) => [answers.length, right])).toEqual([
			[1, 1],
			[2, 0.5],
			[0, 0],
			[0, 0],
			[2, 0.5],
		]);
		expect(figures?.mean).toBeCloseTo((0.2 + 0.3 + 0.8) / 3, 10);
		expect(figures?.fixed).toBe(false);
	});

	it('is the same everywhere for two heads that are mixed', () => {
		const figures = photoShareFigures([answer(0.35), answer(0.35), answer(1)]);
		expect(figures).toMatchObject({ mean: 0.35, fixed: true });
	});

	it('has no mean where every product lacks one of the two, and nothing to say of heads that do not weigh', () => {
		expect(photoShareFigures([answer(1), answer(0)])?.mean).toBeNull();
		expect(photoShareFigures([answer(null)])).toBeNull();
	});
});
