import type { HeadModel, HeadParameters } from '../domain/head';
import { softmaxRows } from './calibration';
import { fusedScores, gateShares } from './fusedScores';
import { lateScores, lateShares } from './lateScores';
import { plainScores } from './plainScores';
import { columnsOf, thereOf } from './sides';
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
		case 'fused':
			return fusedScores(parameters, rows);
		case 'late':
			return lateScores(parameters, rows, labels);
		default:
			return plainScores(parameters, rows, dimensions, labels);
	}
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

/**
 * How much the photo of each product counted beside its title, `[n]`, 0–1; 0 or 1 where it lacks one of them.
 * `null` for heads that do not weigh the one against the other. Arguments as above.
 */
export function photoShares(
	{ standardisation, parameters }: HeadModel,
	rows: Float32Array,
	views: readonly Float32Array[],
): Float32Array | null {
	const shares = [rows, ...views].map((view) => {
		const known = standardise(view, standardisation);
		switch (parameters.kind) {
			case 'fused':
				return gateShares(parameters, known);
			case 'late': {
				const { photo, title, photoShare } = parameters;
				const width = photo.dimensions + title.dimensions;
				const photos = columnsOf(known, width, 0, photo.dimensions);
				const titles = columnsOf(known, width, photo.dimensions, width);
				return lateShares(photoShare, {
					photo: thereOf(photos, photo.dimensions),
					title: thereOf(titles, title.dimensions),
				});
			}
			default:
				return null;
		}
	});
	const weighed = shares.filter((share) => share !== null);
	return weighed.length === 0 ? null : averageViews(weighed);
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
