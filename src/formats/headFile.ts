import { AppError } from '../domain/errors';
import {
	type DenseLayer,
	type HeadParameters,
	headKinds,
	storedHead,
	type TrainedHead,
} from '../domain/head';
import { z } from '../domain/zod';
import { announcedBytes } from './ownWeights';

/*
 * A head in one file: a line that says what it is, the length of a JSON text, that text, and behind it the numbers
 * of all typed arrays, which the text refers to by place. Numbers are never written as text.
 */

const magic = 'aisle-head 1\n';
/** Typed arrays begin at multiples of it, so that they can be looked at in place. */
const alignment = 8;

const arrayTypes = { f32: Float32Array, i32: Int32Array, u32: Uint32Array } as const;
type ArrayType = keyof typeof arrayTypes;
interface Reference {
	$array: ArrayType;
	at: number;
	length: number;
}

export function encodeHead(head: TrainedHead): Uint8Array<ArrayBuffer> {
	const arrays: { at: number; bytes: Uint8Array }[] = [];
	let end = 0;
	const text = JSON.stringify(head, (_, value: unknown) => {
		const found = Object.entries(arrayTypes).find(([, type]) => value instanceof type);
		if (!found) return value;
		const array = value as Float32Array;
		const at = end;
		arrays.push({ at, bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength) });
		end = aligned(end + array.byteLength);
		return { $array: found[0] as ArrayType, at, length: array.length } satisfies Reference;
	});
	const json = new TextEncoder().encode(text);
	const start = aligned(magic.length + 4 + json.length);
	const file = new Uint8Array(start + end);
	file.set(new TextEncoder().encode(magic));
	new DataView(file.buffer).setUint32(magic.length, json.length, true);
	file.set(json, magic.length + 4);
	for (const { at, bytes } of arrays) file.set(bytes, start + at);
	return file;
}

/** @throws AppError `head-unreadable` with a `reason` */
export function decodeHead(file: Uint8Array): TrainedHead {
	try {
		return checkedHead(parsed(file));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('head-unreadable', { reason }, { cause: error });
	}
}

function parsed(file: Uint8Array): unknown {
	if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic)
		throw new Error('not a head of Aisle');
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const length = view.getUint32(magic.length, true);
	const json = file.subarray(magic.length + 4, magic.length + 4 + length);
	const numbers = file.subarray(aligned(magic.length + 4 + length));
	return JSON.parse(new TextDecoder().decode(json), (_, value: unknown) => {
		if (!isReference(value)) return value;
		const type = arrayTypes[value.$array];
		const bytes = numbers.slice(value.at, value.at + value.length * type.BYTES_PER_ELEMENT);
		if (bytes.length !== value.length * type.BYTES_PER_ELEMENT) throw new Error('cut short');
		return new type(bytes.buffer, 0, value.length);
	});
}

const parameterKinds = [
	'layers',
	'prototypes',
	'neighbours',
	'fused',
	'late',
] as const satisfies HeadParameters['kind'][];
const float32 = z.instanceof(Float32Array);

const vocabulary = z
	.looseObject({
		terms: z.array(z.string()),
		words: z.number().int().min(0),
		idf: float32,
		vectors: float32.optional(),
	})
	.optional();

const own = z
	.looseObject({
		base: z.looseObject({ output: z.string() }).nullable(),
		weights: z.array(
			z.looseObject({ name: z.string(), shape: z.array(z.number().int().positive()) }),
		),
		data: z.instanceof(Blob),
		sha256: z.string(),
		reference: float32,
		learned: z.looseObject({ seconds: z.number() }),
	})
	.refine(({ weights, data }) => data.size === announcedBytes(weights))
	.optional();

/** What using a head rests on; the rest is only shown. */
const shape = z.looseObject({
	id: z.string(),
	field: z.string(),
	name: z.string(),
	specification: z.looseObject({ kind: z.enum(headKinds) }),
	model: z.looseObject({
		labels: z.array(z.string()).min(2),
		inputs: z
			.array(z.looseObject({ dimensions: z.number().int().positive(), vocabulary, own }))
			.min(1),
		standardisation: z.object({ mean: float32, scale: float32 }),
		parameters: z.looseObject({ kind: z.enum(parameterKinds) }),
		temperature: z.number().positive(),
	}),
});

/** A head that can be used: everything that it computes with has the size it has to have. @throws Error that says what has not */
export function checkedHead(value: unknown): TrainedHead {
	shape.parse(value);
	const head = value as TrainedHead;
	const { inputs, standardisation, parameters, labels } = head.model;
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	expect(standardisation.mean.length === width, 'mean');
	expect(standardisation.scale.length === width, 'scale');
	for (const { dimensions, vocabulary, own } of inputs) {
		if (own) expect(own.reference.length === dimensions, 'reference');
		if (vocabulary) {
			const { terms, vectors } = vocabulary;
			const width = vectors ? vectors.length / terms.length : terms.length;
			expect(width === dimensions, 'vocabulary');
			expect(vocabulary.idf.length === terms.length, 'vocabulary');
		}
	}
	expectParameters(parameters, width, labels.length);
	return storedHead(head);
}

function expectParameters(parameters: HeadParameters, width: number, labels: number): void {
	switch (parameters.kind) {
		case 'layers':
			expectLayers(parameters.layers, width, labels);
			break;
		case 'prototypes':
			expect(parameters.vectors.length === labels * width, 'prototypes');
			break;
		case 'neighbours': {
			const { vectors, classes } = parameters;
			expect(vectors.length === classes.length * width, 'neighbours');
			break;
		}
		case 'fused': {
			const { photo, title, gate, output } = parameters;
			const common = photo.outputs;
			expectLayers([photo], photo.inputs, common);
			expectLayers([title], width - photo.inputs, common);
			expectLayers([output], common, labels);
			if (gate) expect(gate.photo.length === common && gate.title.length === common, 'gate');
			break;
		}
		case 'late': {
			const { photo, title } = parameters;
			expect(photo.dimensions + title.dimensions === width, 'sides');
			expectParameters(photo.parameters, photo.dimensions, labels);
			expectParameters(title.parameters, title.dimensions, labels);
		}
	}
}

function expectLayers(layers: readonly DenseLayer[], width: number, labels: number): void {
	let size = width;
	for (const { inputs, outputs, weights, bias } of layers) {
		expect(inputs === size && weights.length === inputs * outputs, 'weights');
		expect(bias.length === outputs, 'bias');
		size = outputs;
	}
	expect(size === labels, 'output');
}

function expect(fits: boolean, what: string): void {
	if (!fits) throw new Error(`${what} of the wrong size`);
}

function isReference(value: unknown): value is Reference {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.hasOwn(arrayTypes, (value as Reference).$array ?? '')
	);
}

function aligned(bytes: number): number {
	return Math.ceil(bytes / alignment) * alignment;
}
