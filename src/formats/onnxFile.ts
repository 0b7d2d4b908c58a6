import { PbfReader, PbfWriter } from 'pbf';

/*
 * ONNX files: the part of onnx.proto that a network of ours needs, written and read with a protobuf library of a
 * few kilobytes. Numbers beside the names are the fields' tags in onnx.proto.
 */

export const tensorTypes = { float32: 1, uint8: 2, int64: 7, float16: 10 } as const;
export type TensorType = keyof typeof tensorTypes;

/** A constant, its numbers as little-endian bytes. */
export interface OnnxTensor {
	name: string;
	type: TensorType;
	dims: number[];
	bytes: Uint8Array;
}

export type OnnxAttribute = number | string | number[] | { float: number };

export interface OnnxNode {
	op: string;
	name: string;
	inputs: string[];
	outputs: string[];
	/** Whole numbers, lists of them, texts; `{ float }` for what is none. */
	attributes: Record<string, OnnxAttribute>;
}

/** `null` stands for a size that is free: how many products. */
export interface OnnxValue {
	name: string;
	dims: (number | null)[];
}

export interface OnnxModel {
	name: string;
	nodes: OnnxNode[];
	initializers: OnnxTensor[];
	inputs: OnnxValue[];
	outputs: OnnxValue[];
	metadata: Map<string, string>;
}

const irVersion = 8;
const opset = 17;
const attributeTypes = { float: 1, int: 2, string: 3, ints: 7 } as const;

export function encodeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
	const pbf = new PbfWriter();
	pbf.writeVarintField(1, irVersion);
	writeText(pbf, 2, 'Aisle');
	pbf.writeMessage(7, writeGraph, model);
	pbf.writeMessage(8, (_, to) => to.writeVarintField(2, opset), model);
	for (const entry of model.metadata)
		pbf.writeMessage(
			14,
			([key, value], to) => {
				writeText(to, 1, key);
				writeText(to, 2, value);
			},
			entry,
		);
	return pbf.finish().slice();
}

/** Not the library's own strings: as of 5.1 it writes characters above U+1FFFF (rare Chinese ones) as others. */
function writeText(pbf: PbfWriter, tag: number, text: string): void {
	pbf.writeBytesField(tag, new TextEncoder().encode(text));
}

function readText(pbf: PbfReader): string {
	return new TextDecoder().decode(pbf.readBytes());
}

function writeGraph({ name, nodes, initializers, inputs, outputs }: OnnxModel, pbf: PbfWriter) {
	for (const node of nodes) pbf.writeMessage(1, writeNode, node);
	writeText(pbf, 2, name);
	for (const tensor of initializers) pbf.writeMessage(5, writeTensor, tensor);
	for (const input of inputs) pbf.writeMessage(11, writeValue, input);
	for (const output of outputs) pbf.writeMessage(12, writeValue, output);
}

function writeNode({ op, name, inputs, outputs, attributes }: OnnxNode, pbf: PbfWriter): void {
	for (const input of inputs) writeText(pbf, 1, input);
	for (const output of outputs) writeText(pbf, 2, output);
	writeText(pbf, 3, name);
	writeText(pbf, 4, op);
	for (const attribute of Object.entries(attributes))
		pbf.writeMessage(5, writeAttribute, attribute);
}

function writeAttribute([name, value]: [string, OnnxAttribute], pbf: PbfWriter): void {
	writeText(pbf, 1, name);
	if (typeof value === 'number') {
		pbf.writeVarintField(3, value);
		pbf.writeVarintField(20, attributeTypes.int);
	} else if (typeof value === 'string') {
		writeText(pbf, 4, value);
		pbf.writeVarintField(20, attributeTypes.string);
	} else if (Array.isArray(value)) {
		for (const each of value) pbf.writeVarintField(8, each);
		pbf.writeVarintField(20, attributeTypes.ints);
	} else {
		pbf.writeFloatField(2, value.float);
		pbf.writeVarintField(20, attributeTypes.float);
	}
}

function writeTensor({ name, type, dims, bytes }: OnnxTensor, pbf: PbfWriter): void {
	for (const dim of dims) pbf.writeVarintField(1, dim);
	pbf.writeVarintField(2, tensorTypes[type]);
	writeText(pbf, 8, name);
	pbf.writeBytesField(9, bytes);
}

/** Inputs and outputs are all float32. */
function writeValue({ name, dims }: OnnxValue, pbf: PbfWriter): void {
	writeText(pbf, 1, name);
	pbf.writeMessage(
		2,
		(_, type) =>
			type.writeMessage(
				1,
				(_, tensor) => {
					tensor.writeVarintField(1, tensorTypes.float32);
					tensor.writeMessage(2, writeShape, dims);
				},
				dims,
			),
		dims,
	);
}

function writeShape(dims: (number | null)[], pbf: PbfWriter): void {
	for (const dim of dims)
		pbf.writeMessage(
			1,
			(_, to) => {
				if (dim === null) writeText(to, 2, 'products');
				else to.writeVarintField(1, dim);
			},
			dim,
		);
}

/** What `decodeOnnx` reads: enough to tell what a file computes and with which numbers. */
export type ReadOnnx = Pick<OnnxModel, 'nodes' | 'initializers' | 'metadata'>;

/**
 * Reads a model that may have been written by anyone. Numbers kept in other files are not looked for.
 * @throws Error that says what is wrong with it
 */
export function decodeOnnx(file: Uint8Array): ReadOnnx {
	const model: ReadOnnx = { nodes: [], initializers: [], metadata: new Map() };
	let graphs = 0;
	const pbf = new PbfReader(file);
	pbf.readFields((tag, into, from) => {
		if (tag === 7) {
			graphs++;
			from.readMessage(readGraph, into);
		} else if (tag === 14) {
			const entry = from.readMessage(readEntry, { key: '', value: '' });
			if (into.metadata.has(entry.key)) throw new Error(`${entry.key} comes twice`);
			into.metadata.set(entry.key, entry.value);
		}
	}, model);
	if (pbf.pos !== file.length) throw new Error('the file is cut short');
	if (graphs !== 1) throw new Error(`${graphs} graphs in the file`);
	if (model.nodes.length === 0 || model.nodes.some(({ op }) => op === ''))
		throw new Error('the graph computes nothing');
	const names = new Set<string>();
	for (const { name } of model.initializers) {
		if (names.has(name)) throw new Error(`weight ${name} comes twice`);
		names.add(name);
	}
	return model;
}

function readGraph(tag: number, model: ReadOnnx, pbf: PbfReader): void {
	if (tag === 1)
		model.nodes.push(
			pbf.readMessage(readNode, { op: '', name: '', inputs: [], outputs: [], attributes: {} }),
		);
	else if (tag === 5) model.initializers.push(readTensor(pbf));
}

function readEntry(tag: number, entry: { key: string; value: string }, pbf: PbfReader): void {
	if (tag === 1) entry.key = readText(pbf);
	else if (tag === 2) entry.value = readText(pbf);
}

function readNode(tag: number, node: OnnxNode, pbf: PbfReader): void {
	if (tag === 1) node.inputs.push(readText(pbf));
	else if (tag === 2) node.outputs.push(readText(pbf));
	else if (tag === 3) node.name = readText(pbf);
	else if (tag === 4) node.op = readText(pbf);
	else if (tag === 5) {
		const { name, value } = pbf.readMessage(readAttribute, { name: '', value: null });
		// Never as a plain assignment: a name may be `__proto__`.
		if (value !== null) Object.defineProperty(node.attributes, name, { value, enumerable: true });
	}
}

interface ReadAttribute {
	name: string;
	value: OnnxAttribute | null;
}

function readAttribute(tag: number, attribute: ReadAttribute, pbf: PbfReader): void {
	if (tag === 1) attribute.name = readText(pbf);
	else if (tag === 2) attribute.value = { float: pbf.readFloat() };
	else if (tag === 3) attribute.value = pbf.readVarint(true);
	else if (tag === 4) attribute.value = readText(pbf);
	else if (tag === 8) {
		const before = Array.isArray(attribute.value) ? attribute.value : [];
		attribute.value = [...before, ...pbf.readPackedVarint([], true)];
	}
}

const typeNames = new Map(Object.entries(tensorTypes).map(([name, tag]) => [tag as number, name]));
const bytesPerValue: Record<TensorType, number> = { float32: 4, uint8: 1, int64: 8, float16: 2 };

function readTensor(pbf: PbfReader): OnnxTensor {
	const raw = pbf.readMessage(
		(tag, into, from) => {
			if (tag === 1) from.readPackedVarint(into.dims);
			else if (tag === 2) into.type = typeNames.get(from.readVarint()) ?? '';
			else if (tag === 8) into.name = readText(from);
			else if (tag === 9) into.bytes = from.readBytes();
		},
		{ name: '', type: '', dims: [] as number[], bytes: new Uint8Array() as Uint8Array },
	);
	const type = raw.type as TensorType;
	const size = raw.dims.reduce((product, dim) => product * dim, bytesPerValue[type] ?? Number.NaN);
	if (raw.bytes.length !== size) throw new Error(`weight ${raw.name} is not as long as its shape`);
	return { ...raw, type };
}
