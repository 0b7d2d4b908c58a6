import type { PlainParameters } from '../domain/head';
import { dense } from './dense';
import { dotProducts, neighbourScores, unitRows } from './nearest';

/**
 * Scores of a head for rows of one kind.
 * @param rows `[n, d]`, standardised
 * @returns `[n, labels]`
 */
export function plainScores(
	parameters: PlainParameters,
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
	{ layers, output }: Extract<PlainParameters, { kind: 'layers' }>,
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

/** log(1 / (1 + e^−x)) without overflow at either end. */
export function logSigmoid(x: number): number {
	return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
}
