import type { Augmentation } from './augmentation';
import type { Carried } from './carried';
import { type EmbeddingStamp, embeddingSetId } from './embedding';
import { AppError } from './errors';
import type { FieldName } from './field';
import { type Fusion, isProjected, type ProjectedFusion } from './fusion';
import type { EpochFigures } from './job';
import type { CoverageCurve } from './report';
import type { TextFeatures, Vocabulary } from './textFeatures';
import type { Depth, OwnWeights } from './tuning';

export type HeadKind = 'softmax' | 'mlp' | 'one-vs-all' | 'svm' | 'prototype' | 'knn';
export const headKinds = ['softmax', 'mlp', 'one-vs-all', 'svm', 'prototype', 'knn'] as const;

export type Modality = 'photo' | 'title' | 'both';

/**
 * What is done about rare labels. `under`: common labels are learned from as few products as the rarest.
 * `over`: products of rare labels are repeated. `class-weights`: a mistake on a rare label costs more.
 */
export type Sampling = 'as-is' | 'under' | 'over' | 'class-weights';

/**
 * `accelerated` finds its own steps for a convex head that takes all products at once; in batches, and for networks, it
 * is Adam.
 */
export type Optimiser = 'accelerated' | 'adam' | 'sgd';
export const optimisers = ['accelerated', 'adam', 'sgd'] as const;

/** Everything that decides what a head becomes, given its products: the same one twice gives the same head. */
export interface HeadSpecification {
	kind: HeadKind;
	field: FieldName;
	modality: Modality;
	/** Ids of the photo networks whose embeddings stand side by side. Empty for titles alone. */
	backbones: string[];
	/** How much of these networks learns along; of no account for titles alone. */
	photoDepth: Depth;
	/** Stages that learn, from a network's end; for `partly`. */
	stages: number;
	/** Epochs of a network that learns. */
	tuningEpochs: number;
	/** Learning rate, at its highest, of the head that a network has while it learns. */
	tuningRate: number;
	/** The network's own rate beside that of its head; of no account where all of it learns. */
	towerRate: number;
	/** Epochs in which both rates rise to their highest. */
	warmUp: number;
	/** Epochs in which the head learns alone, before the network learns along; not where all of it learns. */
	headFirst: number;
	/** Factor of the squared distance to the network's first weights in the loss (L2-SP: Li and others, 2018). */
	startDecay: number;
	/** What it knows of a title; of no account for photos alone. */
	textFeatures: TextFeatures;
	/** How photo and title become one answer, for `both`; of no account elsewhere. */
	fusion: Fusion;
	sampling: Sampling;
	/**
	 * Views of each photo that are learned from beside the photo itself; a product counts as much as without.
	 * Mirrored photos are averaged in when predicting, too. Titles have no views.
	 */
	augmentations: Augmentation[];
	optimiser: Optimiser;
	/** Of Adam and SGD, at its highest; it falls to zero along half a cosine. */
	learningRate: number;
	/** Products per step; all at once when there are fewer. */
	batchSize: number;
	epochs: number;
	/** Epochs without a better validation loss after which training ends. */
	patience: number;
	/** Factor of the squared weights (L2) in the loss; `search` picks it on validation. */
	weightDecay: number | 'search';
	/** How much a title counts beside a photo's 1, for `both`; `search` picks it on validation. */
	titleWeight: number | 'search';
	/** Of a multi-layer perceptron; the common width of a projected fusion. */
	hiddenUnits: number;
	/** Share of hidden units, and of what a network that learns hands its head, left out at each step, 0–1. */
	dropout: number;
	/**
	 * Share of products that have both and are learned from without their photo or without their title, 0–1, so that a
	 * product that lacks one is nothing new. Of no account for late fusion and for heads that remember.
	 */
	modalityDropout: number;
	/** Learns from products without a label, too, as far as a first head can be trusted about them (self-training). */
	selfTraining: boolean;
	/** A head of another field, or one from elsewhere, that it makes use of; `null` begins afresh. Of softmax regression alone. */
	carried: Carried | null;
	/** k of k-nearest neighbours, in products: each view of a product is a neighbour of its own. */
	neighbours: number;
	/**
	 * Parts that the training products are cut into where no validation part is given: each is held out
	 * once, so that every product helps to calibrate.
	 */
	folds: number;
	seed: number;
}

/** A network that stays as it is, and how it would learn; heads were made so before there was a choice. */
const networkSettings = {
	photoDepth: 'frozen',
	stages: 1,
	tuningEpochs: 12,
	tuningRate: 0.003,
	towerRate: 0.1,
	warmUp: 1,
	headFirst: 10,
	startDecay: 0.001,
} as const;

/** Defaults that work: softmax regression on 840 products is as good in 40 steps as solved to the end (docs/heads.md). */
export const defaultSpecification: HeadSpecification = {
	kind: 'softmax',
	field: 'category',
	modality: 'photo',
	backbones: ['mobilenetv2'],
	...networkSettings,
	textFeatures: 'bert',
	fusion: 'concatenation',
	sampling: 'as-is',
	augmentations: [],
	optimiser: 'accelerated',
	learningRate: 0.1,
	batchSize: 1024,
	epochs: 40,
	patience: 20,
	weightDecay: 'search',
	titleWeight: 'search',
	hiddenUnits: 256,
	dropout: 0.3,
	modalityDropout: 0,
	selfTraining: false,
	carried: null,
	neighbours: 10,
	folds: 5,
	seed: 1,
};

/**
 * A specification that fuses that way, with what suits it: a network learns in smaller steps than a convex head, and a
 * narrow one on few products.
 */
export function withFusion(specification: HeadSpecification, fusion: Fusion): HeadSpecification {
	const { learningRate, batchSize, hiddenUnits, modalityDropout } = defaultSpecification;
	return {
		...specification,
		fusion,
		...(isProjected(fusion)
			? { learningRate: 0.01, batchSize: 256, hiddenUnits: 128, modalityDropout: 0.2 }
			: { learningRate, batchSize, hiddenUnits, modalityDropout }),
	};
}

/** One run of columns of a head's input: the embedding of photos or titles under one stamp. */
export interface InputBlock {
	source: 'photo' | 'title';
	stamp: EmbeddingStamp;
	dimensions: number;
	/** Where rows are not stored but made of the title itself: by these terms, fitted when the head was trained. */
	vocabulary?: Vocabulary;
	/** What the network itself learned when the head was trained; the stamp says so, too. */
	own?: OwnWeights;
}

/** Subtract `mean`, multiply by `scale`: both `[dimensions]` of all blocks together. */
export interface Standardisation {
	mean: Float32Array;
	scale: Float32Array;
}

/** Weights `[inputs, outputs]` row by row, and bias `[outputs]`. */
export interface DenseLayer {
	inputs: number;
	outputs: number;
	weights: Float32Array;
	bias: Float32Array;
}

/** What a head for rows of one kind learned. Scores are made from it in maths/headScores.ts. */
export type PlainParameters =
	/** Dense layers with ReLU between them; `log-sigmoid` for heads that ask one question per label. */
	| { kind: 'layers'; layers: DenseLayer[]; output: 'linear' | 'log-sigmoid' }
	/** Mean direction of each label's rows, `[labels, dimensions]`, each of length 1. */
	| { kind: 'prototypes'; vectors: Float32Array }
	/** The training rows themselves, `[n, dimensions]`, each of length 1, with their labels' indices. */
	| { kind: 'neighbours'; vectors: Float32Array; classes: Int32Array; neighbours: number };

/**
 * A head whose sides meet after a layer of their own (maths/fusedScores.ts): `tanh` of `photo` and `title` both
 * `[width]`, made one, then `output`. The photo's columns come before the title's.
 */
export interface FusedParameters {
	kind: 'fused';
	fusion: ProjectedFusion;
	photo: DenseLayer;
	title: DenseLayer;
	/** For `gated`; `null` for the others. */
	gate: Gate | null;
	output: DenseLayer;
}

/** How much the photo counts: the sigmoid of both sides' products with these `[width]`, and of `bias`. */
export interface Gate {
	photo: Float32Array;
	title: Float32Array;
	bias: number;
}

/**
 * Two heads, each for its own columns, the photo's first; the logarithms of their calibrated probabilities are mixed
 * (a logarithmic opinion pool: Genest and Zidek, 1986).
 */
export interface LateParameters {
	kind: 'late';
	photo: HeadSide;
	title: HeadSide;
	/** How much the photo counts, 0–1; the title counts the rest. */
	photoShare: number;
	/** Divides what is mixed: two that agree may be surer together than each alone. */
	temperature: number;
}

export interface HeadSide {
	dimensions: number;
	parameters: PlainParameters;
	temperature: number;
}

/** What was learned. Scores are made from it in maths/headScores.ts. */
export type HeadParameters = PlainParameters | FusedParameters | LateParameters;

/** What can be used without knowing how it came about. */
export interface HeadModel {
	labels: string[];
	/** The stamps it accepts; anything else is refused. */
	inputs: InputBlock[];
	/** Views of a photo whose scores are averaged with its own. */
	views: Augmentation[];
	standardisation: Standardisation;
	parameters: HeadParameters;
	/** Scores are divided by it before the softmax. */
	temperature: number;
}

/**
 * How sure the head was of products it had not learned from, and how right: what thresholds are chosen by.
 */
export interface HeldOutFigures {
	rows: number;
	accuracy: number;
	ece: number;
	curve: CoverageCurve;
}

/** A head as it is stored. */
export interface TrainedHead {
	id: string;
	field: FieldName;
	name: string;
	/** Goes up with every retraining under the same name. */
	version: number;
	/** Milliseconds since 1970. */
	createdAt: number;
	specification: HeadSpecification;
	/** What the search on validation picked. */
	chosen: { weightDecay: number; titleWeight: number; epochs: number };
	model: HeadModel;
	/** Empty for heads that remember instead of learning. */
	curve: EpochFigures[];
	heldOut: HeldOutFigures;
	/** Ids of the products it learned from. */
	seen: string[];
	/** Ids of products with a label that could not be learned from: nothing it looks at is there. */
	without: string[];
	backend: string;
	/** Seconds of training, rows already read. */
	seconds: number;
	/** What came of products without a label; of self-training alone. */
	guessed?: GuessedLabels;
	/** Came out of a file; what it learned from is not here. */
	imported?: {
		format: HeadFormat;
		/** Milliseconds since 1970. */
		at: number;
		/** Products it learned from, elsewhere. */
		products: number;
	};
}

/** Products without a label, learned from by what a first head took them for. */
export interface GuessedLabels {
	/** Products without a label that were there. */
	products: number;
	/** Ids of those that were learned from. */
	learned: string[];
	rounds: number;
	/** Calibrated probability from which on a guess was learned from; `null` when none could be trusted. */
	threshold: number | null;
}

/** Files of other programs that hold a head. */
export const headFormats = ['tfjs', 'teachable-machine', 'onnx'] as const;
export type HeadFormat = (typeof headFormats)[number];

/** What a list of heads shows of one: everything but the numbers it computes with. */
export interface HeadSummary extends Omit<TrainedHead, 'model' | 'seen'> {
	labels: string[];
	/** Products it learned from. */
	products: number;
	/** Of its parameters. */
	bytes: number;
	/** How the networks that it stands on learned; none where they are as they came. */
	tuned: OwnWeights['learned'][];
}

/** Heads stored before there were other views than the mirrored one. */
interface FlipsOnly {
	flips: boolean;
}

/** Settings that heads stored before them were made without. */
const before = {
	textFeatures: 'bert',
	fusion: 'concatenation',
	modalityDropout: 0,
	selfTraining: false,
	...networkSettings,
	carried: null,
} as const;

/** How a head was made, as it was stored or saved, by this version or an earlier one. */
export function storedSpecification(stored: HeadSpecification): HeadSpecification {
	return { ...before, ...stored };
}

/** Whether anything below the head learns, too: then one part of the products judges both, and neither has seen it. */
export function learnsBelow(specification: HeadSpecification): boolean {
	const { modality, textFeatures } = specification;
	return isDeep(specification) || (modality !== 'photo' && textFeatures === 'words');
}

/** Whether a network learns along, and the head stands on what it says then. */
export function isDeep({ modality, photoDepth }: HeadSpecification): boolean {
	return modality !== 'title' && photoDepth !== 'frozen';
}

/** A head as it was stored or saved, by this version or an earlier one. */
export function storedHead(stored: TrainedHead): TrainedHead {
	const head = { ...stored, specification: storedSpecification(stored.specification) };
	const { specification, model } = head;
	if ('augmentations' in specification && 'views' in model) return head;
	const upgraded = ({ flips }: FlipsOnly): Augmentation[] => (flips ? ['mirror'] : []);
	const { flips: learned, ...settings } = specification as HeadSpecification & FlipsOnly;
	const { flips: averaged, ...rest } = model as HeadModel & FlipsOnly;
	return {
		...head,
		specification: { ...settings, augmentations: upgraded({ flips: learned }) },
		model: { ...rest, views: upgraded({ flips: averaged }) },
	};
}

/**
 * Holds a head to the embeddings it was made for.
 * @throws AppError `head-other-embeddings` naming the first set it wanted and did not find
 */
export function assertAccepts(model: HeadModel, offered: EmbeddingStamp[]): void {
	const sets = new Set(offered.map(embeddingSetId));
	for (const { stamp, own } of model.inputs) {
		// A network that has learned is at hand whenever the one is that it began as.
		if (own?.base === null) continue;
		const wanted = embeddingSetId(own?.base ?? stamp);
		if (!sets.has(wanted)) throw new AppError('head-other-embeddings', { wanted });
	}
}

/** Versions go up per field and name. */
export function nextVersion(
	heads: readonly Pick<TrainedHead, 'field' | 'name' | 'version'>[],
	field: FieldName,
	name: string,
): number {
	const earlier = heads.filter((head) => head.field === field && head.name === name);
	return 1 + Math.max(0, ...earlier.map(({ version }) => version));
}
