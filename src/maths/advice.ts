import type { Advice, AdviceCase, Nearness } from '../domain/advice';
import type { Modality } from '../domain/head';
import type { TextFeatures } from '../domain/textFeatures';

/** Products per label from which a network's own layers have enough to learn from: a rule of thumb, not a law. */
export const manyPerLabel = 100;

/**
 * Nearness from which the labels are near to what a network knows. On the fashion photos, types, genders and seasons lie
 * above it (0.50–0.98) and colours below (0.25–0.28), where heads on frozen networks end at 49–52 %.
 */
export const nearFrom = 0.5;

/**
 * What to try first. The four cases are those of the textbooks on transfer learning (Yosinski and others, 2014, for why):
 * leave near networks as they are; where they are far, look with more of them, and let them learn along once there is
 * enough to learn from.
 * @param counts products to learn from, per label
 * @param nearness of every way of looking that most of these products allow
 * @returns `null` where nothing could be measured
 */
export function adviceFor(counts: readonly number[], nearness: readonly Nearness[]): Advice | null {
	const measured = [...nearness].sort((a, b) => b.nearness - a.nearness);
	const [nearest] = measured;
	if (!nearest) return null;
	const networks = measured.flatMap(({ backbone }) => backbone ?? []);
	const titles = measured.find(({ source }) => source === 'title');
	const modality: Modality = networks.length === 0 ? 'title' : titles ? 'both' : 'photo';
	const perLabel = middle(counts);
	const isNear = nearest.nearness >= nearFrom;
	const kind: AdviceCase = `${perLabel < manyPerLabel ? 'few' : 'many'}-${isNear ? 'near' : 'far'}`;
	const many = perLabel >= manyPerLabel;
	return {
		kind,
		perLabel,
		measured,
		settings: {
			modality,
			// A network that learns along is taught by itself; frozen ones that are far may still know different things.
			backbones: isNear || many ? networks.slice(0, 1) : networks,
			photoDepth: many && modality !== 'title' ? 'partly' : 'frozen',
			stages: isNear ? 1 : 3,
			textFeatures: titles && titles.nearness < nearFrom ? ownWords(many, modality) : 'bert',
			kind: modality === 'title' && kind === 'many-near' ? 'mlp' : 'softmax',
		},
	};
}

/** What a network does not take for a difference in meaning may still be in the words. */
function ownWords(many: boolean, modality: Modality): TextFeatures {
	return many && modality === 'title' ? 'words' : 'tfidf';
}

/** Of an even number, the lower one of the two. */
function middle(counts: readonly number[]): number {
	const sorted = [...counts].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
