import { describe, expect, it } from 'vitest';
import type { BackboneEntry } from '../../../src/domain/models';
import { tooLarge, tuningBytes, tuningSeconds } from '../../../src/maths/tuningCost';

const network = {
	stages: [
		{ layer: 'late', shape: [7, 7, 10] },
		{ layer: 'early', shape: [14, 14, 10] },
	],
	preprocessing: { size: 100 },
} as unknown as BackboneEntry;

describe('what a network that learns takes', () => {
	it('keeps float32 answers of the frozen part, or pixels', () => {
		expect(tuningBytes(network, 1, 3)).toBe(3 * 7 * 7 * 10 * 4);
		expect(tuningBytes(network, 2, 3)).toBe(3 * 14 * 14 * 10 * 4);
		expect(tuningBytes(network, null, 3)).toBe(3 * 100 * 100 * 3);
		expect(tooLarge(3e9)).toEqual({ megabytes: 3000, most: 2147 });
	});

	it('looks once, and learns in every epoch; judging takes a third', () => {
		const pace = { look: 40, learn: 30 };
		const plan = { learned: 90, held: 10 };
		// 100 photos · (40 + 10) ms, and 2 · (90 · 30 + 10 · 10) ms
		expect(tuningSeconds(pace, { tuningEpochs: 2 }, plan)).toBeCloseTo(5 + 5.6);
	});
});
