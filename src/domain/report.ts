import type { FieldName } from './field';

/** A share with its 95 % Wilson interval. All 0–1. */
export interface Proportion {
	value: number;
	low: number;
	high: number;
}

export interface ClassFigures {
	label: string;
	/** Share of products given this label that are of it; 0 when none was given it. */
	precision: number;
	/** Share of products of this label that were given it; 0 when there are none. */
	recall: number;
	f1: number;
	/** Products of this label. */
	support: number;
}

/** Products that may be decided alone at a threshold, and how many of those are right. */
export interface CoverageCurve {
	/** `[m]`, falling: the probability at or above which a product counts. */
	threshold: Float32Array;
	/** `[m]`, rising: share of all products. */
	coverage: Float32Array;
	/** `[m]`: share of the covered products that are right. */
	accuracy: Float32Array;
}

/** The figures of a head on products whose labels are known. */
export interface Evaluation {
	labels: string[];
	count: number;
	accuracy: Proportion;
	macroF1: number;
	/** Share whose label is among the three most probable. */
	top3: number;
	/** What always answering the most common label of the training products would reach. */
	baseline: { label: string; accuracy: number };
	perClass: ClassFigures[];
	/** `[labels, labels]`: true label down, predicted label across. */
	confusion: Uint32Array;
	/** Expected calibration error with probabilities as trained, and after the temperature. */
	ece: { before: number; after: number };
	curve: CoverageCurve;
	/** Accuracy at the top level, the second, … of labels that are paths; one entry for flat labels. */
	perLevel: { level: number; accuracy: number }[];
	products: EvaluatedProducts;
}

/** Row for row what was asked and answered, so that every figure can be opened down to its products. */
export interface EvaluatedProducts {
	productIds: string[];
	/** `[n]` index into the labels. */
	truth: Int32Array;
	/** `[n, ranks]` most probable labels, best first; −1 pads. */
	predicted: Int32Array;
	/** `[n, ranks]` their calibrated probabilities. */
	probability: Float32Array;
	ranks: number;
	/** `[n]`: how much the photo counted beside the title, 0–1; of heads that weigh the one against the other. */
	photoShares?: Float32Array;
}

/** The share that may be decided alone for a wanted accuracy, chosen on validation and then measured on test. */
export interface OperatingPoint {
	/** 0–1 */
	wantedAccuracy: number;
	/** Probability at or above which Sort decides alone; `null` when no threshold can be trusted that far. */
	threshold: number | null;
	/** On the test products. */
	coverage: number;
	accuracy: number | null;
}

/** The same head without what it learned from guesses, on the same test products. */
export interface WithoutGuesses {
	accuracy: Proportion;
	macroF1: number;
	/** Test products that only the one, and only the other, got right, and how probable that is by chance. */
	onlyWithout: number;
	onlyWith: number;
	pValue: number;
}

/** A head's report on the test part of one split. */
export interface Report {
	headId: string;
	field: FieldName;
	/** Milliseconds since 1970. */
	createdAt: number;
	seed: number;
	splitOrigin: 'given' | 'drawn';
	counts: { train: number; validation: number; test: number };
	test: Evaluation;
	operatingPoints: OperatingPoint[];
	/** Labels too small to be in every part. */
	tooSmall: string[];
	/** Near-duplicates that a given split has on both sides: product ids. */
	parted: string[][];
	/** Test products that could not be asked about, because none of their embeddings is stored: product ids. */
	without: string[];
	/** Of self-training alone. */
	withoutGuesses?: WithoutGuesses | undefined;
}
