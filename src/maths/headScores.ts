import type { DenseLayer, HeadModel, HeadParameters } from '../domain/head';
import { softmaxRows } from './calibration';
import { dotProducts, neighbourScores, unitRows } from './nearest';
import { standardise } from './standardise';

/**
 * Scores of a head, before temperature and softmax. Plain arithmetic, so that a head answers the same on
 * every device, in tests and in what is exported.
 * @param rows `[n, d]`, standardised
 * @returns `[n, labels]`
 */
export function headScores(
	parameters: HeadParameters,
	rows: Float32Array,
	dimensions: number,
	labels: number,
): Float32Array {
	switch (parameters.kind) {
		case 'layers':
			return layerScores(parameters, rows);
		case 'prototypes':
			return dotProducts(unitRows(rows, dimensions), parameters.vectors, dimensions);
		case 'neighbours': {
			const { vectors, classes, neighbours } = parameters;
			const cosines = dotProducts(unitRows(rows, dimensions), vectors, dimensions);
			return neighbourScores(cosines, classes, labels, neighbours);
		}
	}
}

function layerScores(
	{ layers, output }: Extract<HeadParameters, { kind: 'layers' }>,
	rows: Float32Array,
): Float32Array {
	let values = rows;
	for (const [depth, layer] of layers.entries()) {
		values = dense(values, layer);
		if (depth < layers.length - 1)
			for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i] as number);
	}
	if (output === 'log-sigmoid')
		for (let i = 0; i < values.length; i++) values[i] = logSigmoid(values[i] as number);
	return values;
}

/** `rows · weights + bias`: `[n, inputs]` to `[n, outputs]`. */
function dense(rows: Float32Array, { inputs, outputs, weights, bias }: DenseLayer): Float32Array {
	const count = rows.length / inputs;
	const out = new Float32Array(count * outputs);
	const sums = new Float64Array(outputs);
	for (let row = 0; row < count; row++) {
		sums.set(bias);
		for (let i = 0; i < inputs; i++) {
			const value = rows[row * inputs + i] as number;
			if (value === 0) continue;
			const start = i * outputs;
			for (let j = 0; j < outputs; j++)
				sums[j] = (sums[j] as number) + value * (weights[start + j] as number);
		}
		out.set(sums, row * outputs);
	}
	return out;
}

/** log(1 / (1 + e^−x)) without overflow at either end. */
export function logSigmoid(x: number): number {
	return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * Scores of products as they are stored, the mean over the views of their photos.
 * @param rows `[n, d]`, not standardised; NaN where an embedding is missing
 * @param views the same of each of the model's views
 */
export function modelScores(
	model: HeadModel,
	rows: Float32Array,
	views: readonly Float32Array[],
): Float32Array {
	const { standardisation, parameters, labels } = model;
	const dimensions = standardisation.mean.length;
	const score = (view: Float32Array) =>
		headScores(parameters, standardise(view, standardisation), dimensions, labels.length);
	return averageViews([rows, ...views].map(score));
}

/** Mean of the views' scores, same shape. */
export function averageViews(views: readonly Float32Array[]): Float32Array {
	const [first = new Float32Array()] = views;
	return first.map((_, i) => views.reduce((sum, of) => sum + (of[i] as number), 0) / views.length);
}

/** Calibrated probabilities from scores, `[n, labels]`. */
export function modelProbabilities(model: HeadModel, scores: Float32Array): Float32Array {
	return softmaxRows(scores, model.labels.length, model.temperature);
}
