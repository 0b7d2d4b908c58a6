import { describe, expect, it } from 'vitest';
import type { Part, Split } from '../../../src/domain/split';
import {
	learnable,
	sureAnswers,
	withJudges,
	withoutValidation,
} from '../../../src/maths/selfTraining';

function split(parts: Record<string, Part>): Split {
	return {
		field: 'kind',
		createdAt: 1,
		origin: 'given',
		seed: 0,
		parts: new Map(Object.entries(parts)),
		tooSmall: [],
		parted: [],
	};
}

describe('guesses to learn from', () => {
	// Two answers for each of four products; the last was not looked at.
	const answers = {
		ranks: 2,
		nodes: ['bag', 'shoe'],
		ranked: Int32Array.from([0, 1, 1, 0, 1, 0, -1, -1]),
		probabilities: Float32Array.from([0.96, 0.04, 0.75, 0.25, 0.5, 0.5, 0, 0]),
	};
	const ids = ['a', 'b', 'c', 'd'];

	it('are the first answers at or above the threshold', () => {
		expect(sureAnswers(ids, answers, 0.75)).toEqual([
			{ productId: 'a', label: 'bag' },
			{ productId: 'b', label: 'shoe' },
		]);
		expect(sureAnswers(ids, answers, 0.97)).toEqual([]);
		expect(sureAnswers(ids, answers, 0)).toHaveLength(3);
	});
});

describe('who judges guesses', () => {
	const drawn = split({ a: 'train', b: 'validation', c: 'test', d: 'train' });

	it('is the validation part, or a fold of the training part where there is none', () => {
		expect(withJudges(drawn, ['a', 'd'], Int16Array.from([0, 1]))).toBe(drawn);
		const given = split({ a: 'train', b: 'train', c: 'test', d: 'train' });
		const judged = withJudges(given, ['a', 'b', 'd'], Int16Array.from([1, 0, 2]));
		expect(judged.parts).toEqual(drawn.parts);
	});

	it('does not teach', () => {
		expect([...withoutValidation(drawn).parts]).toEqual([
			['a', 'train'],
			['c', 'test'],
			['d', 'train'],
		]);
	});

	it('has no near-duplicate among the products that are learned from', () => {
		const groups = new Map([
			['a', 'one'],
			['like a', 'one'],
			['b', 'two'],
			['like b', 'two'],
			['c', 'three'],
			['like c', 'three'],
			['twin', 'four'],
			['other twin', 'four'],
		]);
		const unlabelled = ['like a', 'like b', 'like c', 'twin', 'other twin', 'alone'];
		expect(learnable(unlabelled, drawn, groups)).toEqual(['like a', 'twin', 'other twin', 'alone']);
	});
});
