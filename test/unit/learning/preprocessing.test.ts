import { describe, expect, it } from 'vitest';
import { networkInput } from '../../../src/learning/preprocessing';

const pixels = Uint8Array.of(0, 128, 255, 10, 20, 30);

describe('network input', () => {
	it('scales as MobileNet wants it: x / 127.5 - 1', () => {
		const input = networkInput(pixels, { channels: 'rgb', scale: 1 / 127.5, offset: [-1, -1, -1] });
		expect(input[0]).toBe(-1);
		expect(input[1]).toBeCloseTo(128 / 127.5 - 1, 6);
		expect(input[2]).toBe(1);
	});

	it('turns to BGR first and takes the offsets in that order, as ResNet wants it', () => {
		const offset: [number, number, number] = [-103.939, -116.779, -123.68];
		const input = networkInput(pixels, { channels: 'bgr', scale: 1, offset });
		const expected = [
			255 - 103.939,
			128 - 116.779,
			0 - 123.68,
			30 - 103.939,
			20 - 116.779,
			10 - 123.68,
		];
		for (const [i, value] of expected.entries()) expect(input[i]).toBeCloseTo(value, 4);
	});
});
