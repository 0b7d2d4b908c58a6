import { describe, expect, it } from 'vitest';
import {
	assertAccepts,
	defaultSpecification,
	type HeadParameters,
	type InputBlock,
	type TrainedHead,
} from '../../../src/domain/head';
import { decodeHead, encodeHead } from '../../../src/formats/headFile';

const stamp = {
	output: 'tiny',
	weights: 'ab',
	preprocessing: 1,
	dtype: 'float32',
	numerics: 'any',
} as const;

const head: TrainedHead = {
	id: 'h1',
	field: 'category',
	name: 'Ærmel, "quoted" 👕',
	version: 2,
	createdAt: 5,
	specification: defaultSpecification,
	chosen: { weightDecay: 1e-4, titleWeight: 1, epochs: 3 },
	model: {
		labels: ['a > b', 'c'],
		inputs: [{ source: 'photo', stamp, dimensions: 3 }],
		views: [],
		standardisation: { mean: Float32Array.of(1, 2, 3), scale: Float32Array.of(0.1, -0, 1e-30) },
		parameters: {
			kind: 'layers',
			layers: [
				{
					inputs: 3,
					outputs: 2,
					weights: Float32Array.of(1, 2, 3, 4, 5, 6),
					bias: Float32Array.of(0, 1),
				},
			],
			output: 'linear',
		},
		temperature: 0.7,
	},
	curve: [],
	heldOut: {
		rows: 2,
		accuracy: 1,
		ece: 0,
		curve: {
			threshold: Float32Array.of(0.5),
			coverage: Float32Array.of(1),
			accuracy: Float32Array.of(1),
		},
	},
	seen: ['p1'],
	without: [],
	backend: 'wasm',
	seconds: 1,
};

describe('a head in a file', () => {
	it('comes back as it was, numbers bit by bit', () => {
		expect(decodeHead(encodeHead(head))).toEqual(head);
	});

	it('comes back from a buffer that it does not begin', () => {
		const file = encodeHead(head);
		const inside = new Uint8Array(file.length + 3);
		inside.set(file, 3);
		expect(decodeHead(inside.subarray(3))).toEqual(head);
	});

	it('keeps neighbours with their labels', () => {
		const model = {
			...head.model,
			parameters: {
				kind: 'neighbours' as const,
				vectors: new Float32Array(6),
				classes: Int32Array.of(0, 1),
				neighbours: 1,
			},
		};
		expect(decodeHead(encodeHead({ ...head, model })).model).toEqual(model);
	});

	const layer = (inputs: number, outputs: number) => ({
		inputs,
		outputs,
		weights: new Float32Array(inputs * outputs).fill(0.5),
		bias: new Float32Array(outputs),
	});
	const fused = {
		kind: 'fused' as const,
		fusion: 'gated' as const,
		photo: layer(2, 4),
		title: layer(1, 4),
		gate: { photo: new Float32Array(4), title: new Float32Array(4), bias: 0.25 },
		output: layer(4, 2),
	};
	const side = (dimensions: number) => ({
		dimensions,
		temperature: 2,
		parameters: {
			kind: 'layers' as const,
			layers: [layer(dimensions, 2)],
			output: 'linear' as const,
		},
	});
	const late = {
		kind: 'late' as const,
		photo: side(2),
		title: side(1),
		photoShare: 0.7,
		temperature: 1,
	};

	it('keeps both sides of heads that fuse, and refuses sides that do not fit', () => {
		const withParameters = (parameters: HeadParameters) =>
			encodeHead({ ...head, model: { ...head.model, parameters } });
		for (const parameters of [fused, late])
			expect(decodeHead(withParameters(parameters)).model.parameters).toEqual(parameters);
		const wrong: HeadParameters[] = [
			{ ...fused, title: layer(2, 4) },
			{ ...fused, output: layer(3, 2) },
			{ ...fused, gate: { ...fused.gate, title: new Float32Array(3) } },
			{ ...late, photo: side(1) },
			{ ...late, title: { ...side(1), parameters: side(2).parameters } },
		];
		for (const parameters of wrong)
			expect(() => decodeHead(withParameters(parameters))).toThrow(
				expect.objectContaining({ code: 'head-unreadable' }),
			);
	});

	it('keeps the terms that a head looks for', () => {
		const vocabulary = { terms: ['red', ' re'], words: 1, idf: Float32Array.of(1.5, 2) };
		const [photo] = head.model.inputs;
		const inputs = [
			{ ...photo, dimensions: 1 },
			{ source: 'title', stamp, dimensions: 2, vocabulary },
		] as InputBlock[];
		const counted = { ...head, model: { ...head.model, inputs } };
		expect(decodeHead(encodeHead(counted))).toEqual(counted);
		vocabulary.terms.pop();
		expect(() => decodeHead(encodeHead(counted))).toThrow(
			expect.objectContaining({ code: 'head-unreadable' }),
		);
	});

	it('opens files from when there was no other fusion', () => {
		const { textFeatures: _, fusion: __, modalityDropout: ___, ...settings } = head.specification;
		const old = { ...head, specification: settings } as unknown as TrainedHead;
		expect(decodeHead(encodeHead(old))).toEqual(head);
	});

	it('opens files from when there was no other view than the mirrored one', () => {
		const { augmentations: _, ...settings } = head.specification;
		const { views: __, ...model } = head.model;
		const old = {
			...head,
			specification: { ...settings, flips: true },
			model: { ...model, flips: true },
		};
		expect(decodeHead(encodeHead(old as unknown as TrainedHead))).toEqual({
			...head,
			specification: { ...head.specification, augmentations: ['mirror'] },
			model: { ...head.model, views: ['mirror'] },
		});
	});

	it('is refused when it is something else, cut short, or of the wrong size', () => {
		const file = encodeHead(head);
		const wide = { ...head, model: { ...head.model, labels: ['a', 'b', 'c'] } };
		const wrong = [
			new Uint8Array(),
			new TextEncoder().encode('PK zip or so'),
			file.subarray(0, file.length - 8),
			encodeHead(wide),
		];
		for (const bytes of wrong)
			expect(() => decodeHead(bytes)).toThrow(expect.objectContaining({ code: 'head-unreadable' }));
	});

	it('refuses embeddings of another stamp, naming what it wanted', () => {
		expect(() => assertAccepts(head.model, [stamp])).not.toThrow();
		const other = { ...stamp, weights: 'cd' };
		expect(() => assertAccepts(head.model, [other])).toThrow(
			expect.objectContaining({
				code: 'head-other-embeddings',
				detail: { wanted: 'tiny/ab/p1/float32/any' },
			}),
		);
	});
});
