import { embeddingSetId } from '../domain/embedding';
import type {
	DenseLayer,
	HeadModel,
	HeadParameters,
	InputBlock,
	Standardisation,
} from '../domain/head';
import { dense } from './dense';
import { isCounted } from './stamps';
import { standardise } from './standardise';

/*
 * A head that makes use of another one with a single layer. What comes out is a single layer, too: what the other head
 * answers is a sum over what both look at, and two sums are one.
 */

/** Another head that can be made use of. */
export interface SourceHead {
	labels: string[];
	standardisation: Standardisation;
	/** Its scores over its temperature, so that a softmax of them is calibrated. */
	layer: DenseLayer;
}

/**
 * The head as one to make use of; `null` where it has more than one layer, or looks at something else than `inputs`.
 */
export function sourceHead(model: HeadModel, inputs: readonly InputBlock[]): SourceHead | null {
	const { parameters, labels, standardisation, temperature } = model;
	if (!isSingleLayer(parameters) || !sameInputs(model.inputs, inputs)) return null;
	const [layer] = parameters.layers;
	if (!layer) return null;
	const over = (value: number): number => value / temperature;
	return {
		labels,
		standardisation,
		layer: { ...layer, weights: layer.weights.map(over), bias: layer.bias.map(over) },
	};
}

function isSingleLayer(
	parameters: HeadParameters,
): parameters is Extract<HeadParameters, { kind: 'layers' }> {
	return (
		parameters.kind === 'layers' && parameters.layers.length === 1 && parameters.output === 'linear'
	);
}

/** Terms are counted by each head in its own way. */
function sameInputs(a: readonly InputBlock[], b: readonly InputBlock[]): boolean {
	return (
		a.length === b.length &&
		a.every(({ stamp, source }, at) => {
			const other = b[at];
			if (!other || isCounted(stamp)) return false;
			return other.source === source && embeddingSetId(stamp) === embeddingSetId(other.stamp);
		})
	);
}

/** Its weights under these labels: those that it knows by name as they are, the others at zero. */
export function startingLayer({ labels: known, layer }: SourceHead, labels: string[]): DenseLayer {
	const { inputs } = layer;
	const outputs = labels.length;
	const weights = new Float32Array(inputs * outputs);
	const bias = new Float32Array(outputs);
	for (const [column, label] of labels.entries()) {
		const from = known.indexOf(label);
		if (from < 0) continue;
		bias[column] = layer.bias[from] as number;
		for (let row = 0; row < inputs; row++)
			weights[row * outputs + column] = layer.weights[row * layer.outputs + from] as number;
	}
	return { inputs, outputs, weights, bias };
}

/**
 * What the source answers, `[n, its labels]`.
 * @param rows `[n, d]` as they are stored; what is missing (NaN) is taken for `mean`
 */
export function sourceAnswers(
	rows: Float32Array,
	{ standardisation, layer }: SourceHead,
	mean: Float32Array,
): Float32Array {
	const width = mean.length;
	const filled = rows.map((value, at) =>
		Number.isNaN(value) ? (mean[at % width] as number) : value,
	);
	return dense(standardise(filled, standardisation), layer);
}

/**
 * A layer over rows and the source's answers behind them, as one over the rows alone.
 * @param layer `[d + source's labels, labels]`
 * @param standardisation of rows and answers, in which a missing value is at the mean
 */
export function folded(
	layer: DenseLayer,
	standardisation: Standardisation,
	source: SourceHead,
): { layer: DenseLayer; standardisation: Standardisation } {
	const d = source.layer.inputs;
	const answers = source.layer.outputs;
	const { outputs } = layer;
	const mean = standardisation.mean.slice(0, d);
	const scale = standardisation.scale.slice(0, d);
	const weights = layer.weights.slice(0, d * outputs);
	const bias = layer.bias.slice();
	const atMean = sourceAnswers(mean, source, mean);
	for (let answer = 0; answer < answers; answer++) {
		const own = standardisation.scale[d + answer] as number;
		const centred = (atMean[answer] as number) - (standardisation.mean[d + answer] as number);
		for (let label = 0; label < outputs; label++) {
			const weight = own * (layer.weights[(d + answer) * outputs + label] as number);
			bias[label] = (bias[label] as number) + centred * weight;
			for (let i = 0; i < d; i++) {
				// A column in which nothing differs says nothing, to the source neither.
				if (scale[i] === 0) continue;
				const slope = (source.standardisation.scale[i] as number) / (scale[i] as number);
				const through = slope * (source.layer.weights[i * answers + answer] as number);
				const at = i * outputs + label;
				weights[at] = (weights[at] as number) + through * weight;
			}
		}
	}
	return { layer: { inputs: d, outputs, weights, bias }, standardisation: { mean, scale } };
}
