import type { HeadModel, HeadParameters } from '../domain/head';
import { NetworkBuilder, type Source } from './networkBuilder';
import type { PlainNetwork, PlainWeight } from './plainNetwork';

/*
 * A head as layers of a network, from the embedding to the calibrated probabilities: what maths/headScores.ts
 * computes, for other programs. All its layers are called `head_…`. Only for heads that `hasNetwork`.
 */

/** Kinds that TF.js has layers for. Nearest neighbours have to be sorted, for which there is none. */
export function hasLayers(model: HeadModel): boolean {
	return hasNetwork(model) && model.parameters.kind !== 'neighbours';
}

/** Kinds that can be written down as a network. Heads that fuse ask of each product what it has, and
 * terms are counted in a text: no network does either. */
export function hasNetwork({ parameters, inputs }: HeadModel): boolean {
	if (inputs.some(({ vocabulary }) => vocabulary)) return false;
	return parameters.kind !== 'fused' && parameters.kind !== 'late';
}

/** Its one kind of layer that only ONNX can express; weights `vectors` `[n, d]` and `classes` `[n]`. */
export const neighboursLayer = 'NearestNeighbours';

/** Under the length of a row, so that a row of zeros stays one. */
const leastVariance = 1e-12;

/** The head alone: one input for the photo's embedding and one for each view that it averages. */
export function headNetwork(model: HeadModel): PlainNetwork {
	const builder = new NetworkBuilder();
	const dimensions = model.standardisation.mean.length;
	const views = ['embedding', ...model.views.map((view) => `embedding_${view}`)];
	const inputs = views.map((name) => builder.input(name, [dimensions]));
	return builder.network('head', [addHead(builder, model, inputs)]);
}

/**
 * Adds a head to what makes its embeddings.
 * @param embeddings of the photo itself and of each of the model's views, `[n, d]`, not standardised
 * @returns the probabilities, `[n, labels]`
 */
export function addHead(builder: NetworkBuilder, model: HeadModel, embeddings: Source[]): Source {
	const { mean, scale } = model.standardisation;
	const labels = model.labels.length;
	const standardised = addAffine(builder, 'head_standardise', embeddings, { mean, scale });
	const scores = addScores(builder, model, embeddings, standardised);
	const averaged = scores.length > 1 ? builder.add('Average', 'head_average', [scores]) : scores;
	const factor = outputFactor(model) / model.temperature;
	const calibrated = addAffine(builder, 'head_calibrate', averaged, {
		mean: new Float32Array(labels),
		scale: new Float32Array(labels).fill(factor),
	});
	const [probabilities] = builder.add('Activation', 'head_probability', each(calibrated), {
		activation: 'softmax',
	});
	return probabilities as Source;
}

function addScores(
	builder: NetworkBuilder,
	{ parameters, standardisation: { mean, scale }, labels }: HeadModel,
	embeddings: Source[],
	standardised: Source[],
): Source[] {
	const dimensions = mean.length;
	switch (parameters.kind) {
		case 'layers':
			return parameters.layers.reduce((sources, layer, depth) => {
				const last = depth === parameters.layers.length - 1;
				const sign = last ? outputSign(parameters) : 1;
				return builder.add(
					'Dense',
					`head_dense_${depth + 1}`,
					each(sources),
					{
						units: layer.outputs,
						activation: !last ? 'relu' : sign < 0 ? 'softplus' : 'linear',
						use_bias: true,
					},
					{
						kernel: weight([layer.inputs, layer.outputs], signed(layer.weights, sign)),
						bias: weight([layer.outputs], signed(layer.bias, sign)),
					},
				);
			}, standardised);
		case 'prototypes': {
			// TF.js has no layer that divides a row by its length. But beside its own opposite its mean is 0, and
			// then dividing by the standard deviation, which a layer does, is the same up to a constant.
			const opposite = addAffine(builder, 'head_opposite', embeddings, {
				mean,
				scale: signed(scale, -1),
			});
			const both = standardised.map((source, view) => [source, opposite[view] as Source]);
			const joined = builder.add('Concatenate', 'head_both', both, { axis: -1 });
			const unit = builder.add('LayerNormalization', 'head_unit', each(joined), {
				axis: [-1],
				epsilon: leastVariance,
				center: false,
				scale: false,
			});
			return builder.add(
				'Dense',
				'head_prototypes',
				each(unit),
				{ units: labels.length, activation: 'linear', use_bias: false },
				{
					kernel: weight(
						[2 * dimensions, labels.length],
						prototypeKernel(parameters.vectors, dimensions, labels.length),
					),
				},
			);
		}
		case 'neighbours': {
			const { vectors, classes, neighbours } = parameters;
			return builder.add(
				neighboursLayer,
				'head_neighbours',
				each(standardised),
				{ neighbours: Math.min(neighbours, classes.length), labels: labels.length },
				{
					vectors: weight([classes.length, dimensions], vectors),
					classes: weight([classes.length], Float32Array.from(classes)),
				},
			);
		}
		case 'fused':
		case 'late':
			throw new RangeError(`a head of the kind ${parameters.kind} is no network`);
	}
}

/** `log sigmoid(x)` is `−softplus(−x)`, which TF.js and ONNX both have: the sign goes in and comes out again. */
export function outputSign(parameters: HeadParameters): 1 | -1 {
	return parameters.kind === 'layers' && parameters.output === 'log-sigmoid' ? -1 : 1;
}

/** Rows made unit by `head_unit` come out √d too long: what their scores are multiplied by. */
function outputFactor({ parameters, standardisation }: HeadModel): number {
	return parameters.kind === 'prototypes'
		? 1 / Math.sqrt(standardisation.mean.length)
		: outputSign(parameters);
}

/** `[2·d, labels]`: the prototypes, transposed; the opposite half of a row is not needed again. */
function prototypeKernel(vectors: Float32Array, dimensions: number, labels: number): Float32Array {
	const kernel = new Float32Array(2 * dimensions * labels);
	for (let label = 0; label < labels; label++)
		for (let i = 0; i < dimensions; i++)
			kernel[i * labels + label] = vectors[label * dimensions + i] as number;
	return kernel;
}

/** `(x − mean) · scale`, as the layer that TF.js has for it. */
function addAffine(
	builder: NetworkBuilder,
	name: string,
	sources: Source[],
	{ mean, scale }: { mean: Float32Array; scale: Float32Array },
): Source[] {
	const shape = [mean.length];
	return builder.add(
		'BatchNormalization',
		name,
		each(sources),
		{ axis: [1], epsilon: 0, center: false, scale: true },
		{
			gamma: weight(shape, scale),
			moving_mean: weight(shape, mean),
			moving_variance: weight(shape, new Float32Array(mean.length).fill(1)),
		},
	);
}

function each(sources: readonly Source[]): Source[][] {
	return sources.map((source) => [source]);
}

function weight(shape: number[], data: Float32Array): PlainWeight {
	return { shape, data };
}

function signed(values: Float32Array, sign: 1 | -1): Float32Array {
	return sign === 1 ? values : values.map((value) => -value);
}
