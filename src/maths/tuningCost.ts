import type { HeadSpecification } from '../domain/head';
import type { BackboneEntry } from '../domain/models';

/** What may be kept of photos while a network learns. A tab has not much more. */
export const mostTuningBytes = 2 * 1024 ** 3;

/**
 * What is kept of photos while a network learns, in bytes: what its frozen part says of each in float32, or its pixels
 * where all of it learns.
 * @param stages `null` for all of it
 */
export function tuningBytes(
	{ stages: all, preprocessing }: Pick<BackboneEntry, 'stages' | 'preprocessing'>,
	stages: number | null,
	photos: number,
): number {
	const shape = stages === null ? null : all[stages - 1]?.shape;
	const perPhoto = shape
		? 4 * shape.reduce((product, side) => product * side, 1)
		: 3 * preprocessing.size ** 2;
	return photos * perPhoto;
}

/** For the sentence of `tuning-too-large`. */
export function tooLarge(bytes: number): { megabytes: number; most: number } {
	return { megabytes: Math.ceil(bytes / 1e6), most: Math.floor(mostTuningBytes / 1e6) };
}

/** Judging photos takes a third of learning from them: once through the network instead of there and back. */
const judging = 1 / 3;

/**
 * How long a network learns, in seconds.
 * @param pace milliseconds for a photo, measured: to look at with the frozen part, and to learn from in one epoch
 */
export function tuningSeconds(
	pace: { look: number; learn: number },
	{ tuningEpochs }: Pick<HeadSpecification, 'tuningEpochs'>,
	{ learned, held }: { learned: number; held: number },
): number {
	const photos = learned + held;
	const epoch = learned * pace.learn + held * judging * pace.learn;
	return (photos * (pace.look + judging * pace.learn) + tuningEpochs * epoch) / 1000;
}
