import type { HeadSide, LateParameters } from '../domain/head';
import { fitTemperature, negativeLogLikelihood, softmaxRows } from './calibration';
import { plainScores } from './plainScores';
import { columnsOf, thereOf } from './sides';

/** Keeps the logarithm of a probability that has been rounded to 0 finite. */
const leastProbability = 1e-9;

/** Log-probabilities `[n, labels]` of either side; of no account where a product lacks it. */
export interface SideScores {
	photo: Float32Array;
	title: Float32Array;
}

/** How two sides are mixed where a product has both. */
type Mix = Pick<LateParameters, 'photoShare' | 'temperature'>;

/**
 * Scores `[n, labels]` of two heads: their log-probabilities, mixed. A product that lacks a side is answered by the
 * other alone.
 * @param rows `[n, photo columns + title columns]`, standardised
 */
export function lateScores(
	parameters: LateParameters,
	rows: Float32Array,
	labels: number,
): Float32Array {
	const { photo, title } = parameters;
	const columns = photo.dimensions + title.dimensions;
	const photos = columnsOf(rows, columns, 0, photo.dimensions);
	const titles = columnsOf(rows, columns, photo.dimensions, columns);
	const there = {
		photo: thereOf(photos, photo.dimensions),
		title: thereOf(titles, title.dimensions),
	};
	const sides = {
		photo: sideScores(photo, photos, labels),
		title: sideScores(title, titles, labels),
	};
	return mixedScores(sides, there, parameters, labels);
}

/** `[n]` each: whether a product has that side. */
export interface SidesThere {
	photo: readonly boolean[];
	title: readonly boolean[];
}

/** How much the photo counts in each row, `[n]`: `share`, or everything or nothing where a side is missing. */
export function lateShares(share: number, there: SidesThere): Float32Array {
	return Float32Array.from(there.photo, (photo, row) =>
		photo && there.title[row] ? share : photo ? 1 : 0,
	);
}

/** Log-probabilities of products that have both, mixed; of others those of the side that is there. `[n, labels]` */
export function mixedScores(
	sides: SideScores,
	there: SidesThere,
	{ photoShare, temperature }: Mix,
	labels: number,
): Float32Array {
	return sides.photo.map((photo, at) => {
		const row = Math.floor(at / labels);
		const title = sides.title[at] as number;
		if (!there.title[row]) return photo;
		if (!there.photo[row]) return title;
		return (photoShare * photo + (1 - photoShare) * title) / temperature;
	});
}

const sharesTried = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * The mix that makes the true labels of these rows most probable, the photo's share in steps of a twentieth; both alike
 * where there are no rows.
 * @param truth `[n]` label indices
 */
export function bestMix(sides: SideScores, truth: Int32Array, labels: number): Mix {
	const all = Array.from(truth, () => true);
	let best: Mix & { loss: number } = {
		photoShare: 0.5,
		temperature: 1,
		loss: Number.POSITIVE_INFINITY,
	};
	for (const photoShare of truth.length === 0 ? [] : sharesTried) {
		const there = { photo: all, title: all };
		const scores = mixedScores(sides, there, { photoShare, temperature: 1 }, labels);
		const temperature = fitTemperature(scores, truth, labels);
		const loss = negativeLogLikelihood(scores, truth, labels, temperature);
		if (loss < best.loss) best = { photoShare, temperature, loss };
	}
	return { photoShare: best.photoShare, temperature: best.temperature };
}

/** Log-probabilities from probabilities, same shape. */
export function logarithms(probabilities: Float32Array): Float32Array {
	return probabilities.map((value) => Math.log(Math.max(leastProbability, value)));
}

function sideScores(
	{ parameters, dimensions, temperature }: HeadSide,
	rows: Float32Array,
	labels: number,
): Float32Array {
	const scores = plainScores(parameters, rows, dimensions, labels);
	return logarithms(softmaxRows(scores, labels, temperature));
}
