import type {
	DenseLayer,
	HeadModel,
	HeadParameters,
	LateParameters,
	PlainParameters,
} from '../domain/head';
import { fusedGradient } from './fusedScores';
import { standardise } from './standardise';

/**
 * Derivative of a label's score by the product's stored row: what each number of its embeddings speaks for or
 * against the label. For one linear layer it is the same for every product; for layers with ReLU between them it
 * holds where the product is. Heads that ask one question per label are taken before their sigmoid, and two heads
 * that are mixed before the mixing: each one's own derivative, as much as it counts.
 * @param row `[d]`, not standardised; NaN where an embedding is missing
 * @param label index into the model's labels
 * @returns `[d]`, or `null` for neighbours: votes have no derivative
 */
export function headGradient(
	{ parameters, standardisation }: Pick<HeadModel, 'parameters' | 'standardisation'>,
	row: Float32Array,
	label: number,
): Float32Array | null {
	const gradient = standardisedGradient(parameters, standardise(row, standardisation), label);
	return gradient?.map((value, i) => value * (standardisation.scale[i] as number)) ?? null;
}

function standardisedGradient(
	parameters: HeadParameters,
	row: Float32Array,
	label: number,
): Float32Array | null {
	switch (parameters.kind) {
		case 'fused':
			return fusedGradient(parameters, row, label);
		case 'late':
			return lateGradient(parameters, row, label);
		default:
			return plainGradient(parameters, row, label);
	}
}

function lateGradient(
	{ photo, title, photoShare, temperature: mixed }: LateParameters,
	row: Float32Array,
	label: number,
): Float32Array | null {
	const gradient = new Float32Array(row.length);
	let column = 0;
	for (const [{ dimensions, parameters, temperature }, share] of [
		[photo, photoShare],
		[title, 1 - photoShare],
	] as const) {
		const own = plainGradient(parameters, row.subarray(column, column + dimensions), label);
		if (!own) return null;
		gradient.set(
			own.map((value) => (share * value) / (temperature * mixed)),
			column,
		);
		column += dimensions;
	}
	return gradient;
}

function plainGradient(
	parameters: PlainParameters,
	row: Float32Array,
	label: number,
): Float32Array | null {
	switch (parameters.kind) {
		case 'layers':
			return layersGradient(parameters.layers, row, label);
		case 'prototypes':
			return cosineGradient(parameters.vectors, row, label);
		case 'neighbours':
			return null;
	}
}

function layersGradient(layers: DenseLayer[], row: Float32Array, label: number): Float32Array {
	const [first, ...rest] = layers;
	if (!first) throw new RangeError('a head without layers');
	if (rest.length === 0) return columnOf(first, label);
	const before = Float32Array.from({ length: first.outputs }, (_, unit) => {
		let sum = first.bias[unit] as number;
		for (let i = 0; i < first.inputs; i++)
			sum += (row[i] as number) * (first.weights[i * first.outputs + unit] as number);
		return sum;
	});
	const above = layersGradient(
		rest,
		before.map((value) => Math.max(0, value)),
		label,
	);
	// What ReLU holds back has no say.
	const through = above.map((value, unit) => ((before[unit] as number) > 0 ? value : 0));
	return Float32Array.from({ length: first.inputs }, (_, i) => {
		let sum = 0;
		for (let unit = 0; unit < first.outputs; unit++)
			sum += (first.weights[i * first.outputs + unit] as number) * (through[unit] as number);
		return sum;
	});
}

function columnOf({ inputs, outputs, weights }: DenseLayer, column: number): Float32Array {
	return Float32Array.from({ length: inputs }, (_, i) => weights[i * outputs + column] as number);
}

/** Of the cosine between the row `x` and a unit vector `v`: `(v − cos · x/|x|) / |x|`; zeros for a row of zeros. */
function cosineGradient(vectors: Float32Array, row: Float32Array, label: number): Float32Array {
	const vector = vectors.subarray(label * row.length, (label + 1) * row.length);
	let square = 0;
	let product = 0;
	for (const [i, value] of row.entries()) {
		square += value * value;
		product += value * (vector[i] as number);
	}
	if (square === 0) return new Float32Array(row.length);
	const length = Math.sqrt(square);
	return row.map((value, i) => ((vector[i] as number) - (product * value) / square) / length);
}
