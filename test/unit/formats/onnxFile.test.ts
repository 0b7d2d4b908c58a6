import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOnnx, encodeOnnx, type OnnxTensor } from '../../../src/formats/onnxFile';

const name = fc.string({ unit: 'grapheme', maxLength: 30 });
const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const attribute = fc.oneof(
	whole,
	fc.string({ unit: 'grapheme' }),
	fc.array(whole, { minLength: 1, maxLength: 8 }),
	fc.float({ noNaN: true, noDefaultInfinity: true }).map((float) => ({ float })),
);
const node = fc.record({
	op: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
	name,
	inputs: fc.array(name, { maxLength: 4 }),
	outputs: fc.array(name, { maxLength: 4 }),
	attributes: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), attribute, {
		maxKeys: 4,
		noNullPrototype: true,
	}),
});
const tensor = fc
	.record({ dims: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), seed: fc.nat() })
	.map(({ dims, seed }): Omit<OnnxTensor, 'name'> => {
		const length = dims.reduce((product, dim) => product * dim, 1);
		return {
			type: 'uint8',
			dims,
			bytes: Uint8Array.from({ length }, (_, i) => (i * 31 + seed) % 256),
		};
	});

describe('an ONNX file', () => {
	it('says what was written into it', () => {
		fc.assert(
			fc.property(
				fc.array(node, { minLength: 1, maxLength: 5 }),
				fc.array(tensor, { maxLength: 4 }),
				fc.array(fc.tuple(name, fc.string()), { maxLength: 4 }),
				(nodes, tensors, pairs) => {
					const initializers = tensors.map((each, i) => ({ ...each, name: `weight ${i}` }));
					const metadata = new Map(pairs);
					const model = { name: 'x', nodes, initializers, inputs: [], outputs: [], metadata };
					expect(decodeOnnx(encodeOnnx(model))).toEqual({ nodes, initializers, metadata });
				},
			),
		);
	});

	it('is no model when its graph is empty', () => {
		// Field 7, the graph: as a number, of no length, and with one node that does nothing.
		for (const bytes of [
			[56, 0],
			[58, 0],
			[58, 2, 10, 0],
		])
			expect(() => decodeOnnx(Uint8Array.from(bytes))).toThrow();
	});

	it('never hangs on noise, and never takes it for a model', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
				expect(() => decodeOnnx(noise)).toThrow();
			}),
		);
	});
});
