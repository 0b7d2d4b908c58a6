/** What a probability rests on. */
export type FusionMode = 'title' | 'photo' | 'both';

const titleTemperature = 0.12;
const photoWeight = 0.8;
/** Share of the photo's probability that is spread over everything, so that it forbids nothing. */
const photoDoubt = 0.1;
/** Best score at which a title is half believed, and how fast belief changes around it. */
const titleTrust = { middle: 1.0, width: 0.15 };

/**
 * Temperature τ and share κ that turn fused scores into probabilities that mean what they say (fitted on
 * train rows). The remaining 1 − κ is spread evenly.
 */
const calibration = {
	title: { temperature: 0.5, share: 0.94 },
	both: { temperature: 0.8, share: 0.96 },
	photo: { temperature: 0.5, share: 0.85 },
	/** Photo against a plain list. */
	photoFlat: { temperature: 0.25, share: 0.8 },
};

export interface Evidences {
	/** Title scores, `[categories]`. */
	title: Float32Array | null;
	/** Photo probabilities, `[categories]`. */
	photo: Float32Array | null;
}

/**
 * One probability for each category from title, photo or both. A title in which nothing matches fades, so
 * that the photo takes over. At least one of the two must be given.
 * @param flat whether the categories are a plain list
 * @returns `[categories]`, summing to 1
 */
export function fusedProbabilities({ title, photo }: Evidences, flat: boolean): Float32Array {
	const given = title ?? photo;
	if (!given) throw new RangeError('neither title nor photo');
	const count = given.length;
	const mode: FusionMode = title && photo ? 'both' : title ? 'title' : 'photo';
	const { temperature, share } = calibration[mode === 'photo' && flat ? 'photoFlat' : mode];
	const scores = new Float64Array(count);
	if (title) {
		const trust = titleTrustOf(title) / titleTemperature;
		for (let i = 0; i < count; i++) scores[i] = trust * (title[i] as number);
	}
	if (photo)
		for (let i = 0; i < count; i++)
			scores[i] =
				(scores[i] as number) +
				photoWeight * Math.log((1 - photoDoubt) * (photo[i] as number) + photoDoubt / count);
	return calibrated(scores, temperature, share);
}

/** 0–1: how far a title is believed, by how well anything in it matches. */
function titleTrustOf(title: Float32Array): number {
	let best = Number.NEGATIVE_INFINITY;
	for (const score of title) best = Math.max(best, score);
	return 1 / (1 + Math.exp(-(best - titleTrust.middle) / titleTrust.width));
}

/** Plain loops: this runs three times per product, over thousands of categories. */
function calibrated(scores: Float64Array, temperature: number, share: number): Float32Array {
	const count = scores.length;
	let most = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < count; i++) most = Math.max(most, scores[i] as number);
	let sum = 0;
	for (let i = 0; i < count; i++) {
		const value = Math.exp(((scores[i] as number) - most) / temperature);
		scores[i] = value;
		sum += value;
	}
	const out = new Float32Array(count);
	for (let i = 0; i < count; i++)
		out[i] = (share * (scores[i] as number)) / sum + (1 - share) / count;
	return out;
}
