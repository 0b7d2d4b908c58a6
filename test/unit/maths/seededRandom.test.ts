import { describe, expect, it } from 'vitest';
import { normalPair, seededRandom, shuffled } from '../../../src/maths/seededRandom';

describe('seeded random numbers', () => {
	it('are the published sequence of Mulberry32', () => {
		const random = seededRandom(1);
		expect([random(), random(), random()].map((u) => u * 2 ** 32)).toEqual([
			2693262067, 11749833, 2265367787,
		]);
	});

	it('are uniform enough, and normal enough when asked', () => {
		const random = seededRandom(3);
		const pairs = Array.from({ length: 20_000 }, () => normalPair(random)).flat();
		const mean = pairs.reduce((a, b) => a + b, 0) / pairs.length;
		const variance = pairs.reduce((a, b) => a + (b - mean) ** 2, 0) / pairs.length;
		expect(Math.abs(mean)).toBeLessThan(0.02);
		expect(Math.abs(variance - 1)).toBeLessThan(0.03);
	});

	it('shuffle every order equally often', () => {
		const random = seededRandom(5);
		const counts = new Map<string, number>();
		for (let i = 0; i < 6000; i++) {
			const order = shuffled(['a', 'b', 'c'], random).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
	});
});
