import { AppError } from '../domain/errors';
import { cosine } from '../maths/cosine';
import type { Backbone } from './backbone';
import type { ModelFiles } from './modelFiles';
import { referencePixels } from './referencePicture';

/** What a backend has to reproduce: backends that return zeros or one class for everything do exist. */
const leastCosine = 0.999;
/** Milliseconds after which no further measurement is begun; a slow backend need not be known to the digit. */
const measuringTime = 1500;
const measurements = 5;

export interface SelfTestResult {
	referenceCosine: number;
	millisecondsPerPhoto: number;
}

/**
 * Embeds the reference picture, compares with the stored answer, and measures.
 * @throws AppError `backend-wrong-answers` with the `cosine`
 */
export async function selfTest(
	backbone: Backbone,
	files: ModelFiles,
	signal: AbortSignal,
): Promise<SelfTestResult> {
	const { reference, preprocessing } = backbone.entry;
	const picture = await referencePixels(await files.bytes(reference.picture), preprocessing.size);
	const stored =
		backbone.entry.own?.reference ??
		new Float32Array((await files.bytes(reference.embedding)).buffer);
	const { embedding } = await backbone.embed(picture, signal);
	const referenceCosine = cosine(embedding, stored);
	// Written so that NaN fails too.
	if (!(referenceCosine >= leastCosine))
		throw new AppError('backend-wrong-answers', { cosine: referenceCosine });
	return { referenceCosine, millisecondsPerPhoto: await measure(backbone, picture, signal) };
}

/** Median over a few steps as large as they will be in use, after the warm-up that the test was. */
async function measure(
	backbone: Backbone,
	picture: Uint8Array,
	signal: AbortSignal,
): Promise<number> {
	const begin = performance.now();
	const first = await timed(backbone, picture, signal);
	backbone.pace(first);
	const photos = backbone.photosPerStep;
	const step = new Uint8Array(photos * picture.length);
	for (let i = 0; i < photos; i++) step.set(picture, i * picture.length);
	const times: number[] = [];
	while (times.length < measurements && performance.now() - begin < measuringTime)
		times.push((await timed(backbone, step, signal)) / photos);
	const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? first;
	backbone.pace(median);
	return median;
}

async function timed(backbone: Backbone, pixels: Uint8Array, signal: AbortSignal): Promise<number> {
	const begin = performance.now();
	await backbone.embed(pixels, signal);
	return performance.now() - begin;
}
