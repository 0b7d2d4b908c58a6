import type { Answer } from './answers';

/** Answers of which the photo counted about alike: from `from` up to, without it, `to`; all 0–1. */
export interface PhotoShareBand<Key extends string> {
	key: Key;
	from: number;
	to: number;
	answers: Answer[];
	/** Share of them that is right; 0 of none. */
	right: number;
}

/** From the title alone to the photo alone. */
const bands = [
	{ key: 'title', from: 0, to: 0.2 },
	{ key: 'ratherTitle', from: 0.2, to: 0.4 },
	{ key: 'alike', from: 0.4, to: 0.6 },
	{ key: 'ratherPhoto', from: 0.6, to: 0.8 },
	{ key: 'photo', from: 0.8, to: 1 },
] as const;
type BandKey = (typeof bands)[number]['key'];

export interface PhotoShareFigures {
	/** Over the answers that rest on both, 0–1; `null` where none does. */
	mean: number | null;
	/** The same for every answer that rests on both. */
	fixed: boolean;
	bands: PhotoShareBand<BandKey>[];
}

/** How much the photo counted beside the title; `null` for answers of a head that does not weigh them. */
export function photoShareFigures(answers: readonly Answer[]): PhotoShareFigures | null {
	const weighed = answers.flatMap((answer) =>
		answer.photoShare === null ? [] : [{ answer, share: answer.photoShare }],
	);
	if (weighed.length === 0) return null;
	// A product that lacks one of the two leaves nothing to weigh: exactly 0 or 1.
	const both = weighed.map(({ share }) => share).filter((share) => share > 0 && share < 1);
	return {
		mean: both.length === 0 ? null : both.reduce((sum, share) => sum + share, 0) / both.length,
		fixed: both.every((share) => share === both[0]),
		bands: bands.map((band) => {
			const own = weighed
				.filter(({ share }) => share >= band.from && (share < band.to || band.to === 1))
				.map(({ answer }) => answer);
			const right = own.filter((answer) => answer.right).length;
			return { ...band, answers: own, right: own.length === 0 ? 0 : right / own.length };
		}),
	};
}
