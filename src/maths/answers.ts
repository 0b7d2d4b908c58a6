import type { EvaluatedProducts } from '../domain/report';

/** One test product: what it is, and what the head took it for. */
export interface Answer {
	productId: string;
	/** Index into the labels. */
	truth: number;
	/** Index into the labels. */
	predicted: number;
	/** 0–1, of the predicted label. */
	probability: number;
	right: boolean;
	/** How much the photo counted beside the title, 0–1; `null` for heads that do not weigh them. */
	photoShare: number | null;
}

/** From this probability on a mistake counts as one that the head was sure of. */
export const sureOfIt = 0.8;

/** What was answered of each test product, surest first. */
export function answersOf(products: EvaluatedProducts): Answer[] {
	const { productIds, truth, predicted, probability, ranks, photoShares } = products;
	const answers = productIds.map((productId, row): Answer => {
		const of = truth[row] as number;
		const taken = predicted[row * ranks] as number;
		return {
			productId,
			truth: of,
			predicted: taken,
			probability: probability[row * ranks] as number,
			right: of === taken,
			photoShare: photoShares?.[row] ?? null,
		};
	});
	return answers.sort((a, b) => b.probability - a.probability);
}

/** One label taken for another. Indices into the labels. */
export interface ConfusedPair {
	truth: number;
	predicted: number;
	count: number;
}

/** Labels that were taken for others, most often first. @param confusion `[labels, labels]`, true label down */
export function confusedPairs(confusion: Uint32Array, labels: number): ConfusedPair[] {
	const pairs: ConfusedPair[] = [];
	for (let truth = 0; truth < labels; truth++)
		for (let predicted = 0; predicted < labels; predicted++) {
			const count = confusion[truth * labels + predicted] as number;
			if (count > 0 && truth !== predicted) pairs.push({ truth, predicted, count });
		}
	return pairs.sort((a, b) => b.count - a.count);
}

/** Labels that any test product has or was given, in their order. */
export function occurringLabels(confusion: Uint32Array, labels: number): number[] {
	const occurring = new Set<number>();
	for (const [cell, count] of confusion.entries())
		if (count > 0) occurring.add(Math.floor(cell / labels)).add(cell % labels);
	return [...occurring].sort((a, b) => a - b);
}

/** The labels that take part in most mistakes, in the labels' own order. */
export function mostConfused(pairs: readonly ConfusedPair[], limit: number): number[] {
	const mistakes = new Map<number, number>();
	for (const { truth, predicted, count } of pairs)
		for (const label of [truth, predicted]) mistakes.set(label, (mistakes.get(label) ?? 0) + count);
	return [...mistakes]
		.sort(([, a], [, b]) => b - a)
		.slice(0, limit)
		.map(([label]) => label)
		.sort((a, b) => a - b);
}
