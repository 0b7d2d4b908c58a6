import type { Proportion } from '../domain/report';
import { accuracy, confusionMatrix, macroF1, topAccuracy } from './metrics';
import { type McNemar, mcNemar } from './pairedComparison';

/** A test product, and what two heads took it for: labels, best first. */
export interface AskedTwice {
	productId: string;
	truth: string;
	before: string[];
	after: string[];
}

export interface FiguresOnTest {
	accuracy: Proportion;
	macroF1: number;
	/** 0–1 */
	top3: number;
}

/** Two heads on the same test products. */
export interface Compared {
	count: number;
	before: FiguresOnTest;
	after: FiguresOnTest;
	/** Wrong before, right after; and the other way round. */
	fixed: AskedTwice[];
	broken: AskedTwice[];
	/** McNemar's test; `onlyFirst` are the broken ones. */
	test: McNemar;
}

const ranks = 3;

/**
 * The two may know different labels: what a head never heard of it gets wrong.
 * @returns `null` without products
 */
export function beforeAndAfter(asked: readonly AskedTwice[]): Compared | null {
	if (asked.length === 0) return null;
	const names = asked.flatMap(({ truth, before, after }) => [truth, ...before, ...after]);
	const labels = [...new Set(names)].sort();
	const indexOf = new Map(labels.map((label, index) => [label, index]));
	const truth = asked.map((each) => indexOf.get(each.truth) as number);
	const figures = (answers: (each: AskedTwice) => string[]): FiguresOnTest => {
		const ranked = asked.flatMap((each) =>
			Array.from({ length: ranks }, (_, rank) => indexOf.get(answers(each)[rank] ?? '') ?? -1),
		);
		const best = truth.map((_, row) => ranked[row * ranks] as number);
		return {
			accuracy: accuracy(truth, best),
			macroF1: macroF1(confusionMatrix(truth, best, labels.length), labels),
			top3: topAccuracy(truth, ranked, ranks, ranks),
		};
	};
	const rightBefore = asked.map(({ truth: label, before }) => before[0] === label);
	const rightAfter = asked.map(({ truth: label, after }) => after[0] === label);
	return {
		count: asked.length,
		before: figures(({ before }) => before),
		after: figures(({ after }) => after),
		fixed: asked.filter((_, row) => !rightBefore[row] && rightAfter[row]),
		broken: asked.filter((_, row) => rightBefore[row] && !rightAfter[row]),
		test: mcNemar(rightBefore, rightAfter),
	};
}
