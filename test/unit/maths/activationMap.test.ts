import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureMap } from '../../../src/domain/attention';
import {
	activationMap,
	addedMaps,
	mapOnPhoto,
	mirroredMap,
} from '../../../src/maths/activationMap';

const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-3);

const floats = (length: number) =>
	fc
		.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: length, maxLength: length })
		.map((values) => Float32Array.from(values));

describe('a class activation map', () => {
	it('weighs the channels at every place', () => {
		// Two places side by side, two channels.
		const layer: FeatureMap = {
			height: 1,
			width: 2,
			channels: 2,
			values: Float32Array.of(1, 2, 3, 4),
		};
		const { values } = activationMap([layer], Float32Array.of(10, -1));
		expect([...values]).toEqual([8, 26]);
	});

	it('enlarges a coarser layer', () => {
		const fine: FeatureMap = { height: 1, width: 4, channels: 1, values: new Float32Array(4) };
		const coarse: FeatureMap = { height: 1, width: 2, channels: 1, values: Float32Array.of(0, 4) };
		// Pixel centres at −¼, ¼, ¾ and 1¼ of the coarse cells, the edge repeated.
		expect([...activationMap([fine, coarse], Float32Array.of(1, 1)).values]).toEqual([0, 1, 3, 4]);
	});

	it('has as its mean what the pooled embedding adds to the score', () => {
		fc.assert(
			fc.property(floats(4 * 4 * 3), floats(2 * 2 * 2), floats(5), (a, b, gradient) => {
				const layers = [
					{ height: 4, width: 4, channels: 3, values: a },
					{ height: 2, width: 2, channels: 2, values: b },
				];
				const embedding = layers.flatMap(({ channels, values }) =>
					Array.from({ length: channels }, (_, channel) =>
						mean(values.filter((_, i) => i % channels === channel)),
					),
				);
				const score = embedding.reduce((sum, value, d) => sum + value * (gradient[d] as number), 0);
				close(mean(activationMap(layers, gradient).values), score);
			}),
		);
	});

	it('refuses weights that are not its channels', () => {
		const layer: FeatureMap = { height: 1, width: 1, channels: 1, values: Float32Array.of(1) };
		expect(() => activationMap([layer], Float32Array.of(1, 2))).toThrow('1 channels');
	});

	it('adds up networks of other grids', () => {
		const fine = { height: 2, width: 2, values: Float32Array.of(1, 2, 3, 4) };
		const coarse = { height: 1, width: 1, values: Float32Array.of(10) };
		expect([...addedMaps([fine, coarse]).values]).toEqual([11, 12, 13, 14]);
	});

	it('can be mirrored back', () => {
		const map = { height: 2, width: 3, values: Float32Array.of(1, 2, 3, 4, 5, 6) };
		expect([...mirroredMap(map).values]).toEqual([3, 2, 1, 6, 5, 4]);
		expect(mirroredMap(mirroredMap(map))).toEqual(map);
	});
});

describe('a map on its photo', () => {
	it('leaves out the padding', () => {
		// A photo twice as wide as high lies in the middle two rows of four.
		const values = Float32Array.of(90, 90, 90, 90, 0, 1, 2, 3, 4, 5, 6, 7, 90, 90, 90, 90);
		const map = mapOnPhoto({ height: 4, width: 4, values }, { width: 200, height: 100 }, 4);
		expect(map).toMatchObject({ width: 4, height: 2 });
		for (const [i, value] of map.values.entries()) expect(value).toBeCloseTo(i / 7, 6);
	});

	it('runs from 0 to 1, or is level', () => {
		fc.assert(
			fc.property(floats(9), fc.integer({ min: 1, max: 500 }), (values, width) => {
				const map = mapOnPhoto({ height: 3, width: 3, values }, { width, height: 100 }, 12);
				for (const value of map.values) {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual(1);
				}
			}),
		);
		const level = { height: 1, width: 1, values: Float32Array.of(7) };
		expect([...mapOnPhoto(level, { width: 2, height: 2 }, 2).values]).toEqual([0, 0, 0, 0]);
	});
});
