import { augmentations, averagedAugmentations } from '../domain/augmentation';
import { carryings } from '../domain/carried';
import { fusions } from '../domain/fusion';
import {
	defaultSpecification,
	type HeadModel,
	headKinds,
	optimisers,
	type TrainedHead,
} from '../domain/head';
import { type BackboneEntry, preprocessingSchema } from '../domain/models';
import type { Report } from '../domain/report';
import { textFeatures } from '../domain/textFeatures';
import { depths } from '../domain/tuning';
import { z } from '../domain/zod';
import { arrayOf, arrayText } from './arrayText';
import { reportSchema, reportText } from './reportText';

/*
 * What an exported head says of itself, as JSON in whatever place its format has for such things. With it another
 * Aisle can take the head in; without it a file is somebody else's. Products are named by nothing but ids.
 */

export const descriptionVersion = 1;

/** Answers of Aisle itself that were compared with the file before it was handed out. */
export interface GoldenAnswers {
	/** SHA-256 of the photos' bytes, or the titles' hashes. */
	items: string[];
	/** `[items, labels]` */
	probabilities: Float32Array;
}

const share = z.number().min(0).max(1);
/** JSON has no word for what could not be measured. */
const figure = z
	.number()
	.nullable()
	.transform((value) => value ?? Number.NaN);
const label = z.string().min(1).max(1000);
const networkId = z.string().regex(/^[\w.-]{1,100}$/);
const dimensions = z.int().positive().max(100_000);

const stamp = z.strictObject({
	output: networkId,
	weights: z.string().regex(/^[0-9a-f]{1,64}$/),
	preprocessing: z.int(),
	dtype: z.literal('float32'),
	numerics: z.enum(['any', 'wasm', 'webgpu']),
});

const specification = z.strictObject({
	kind: z.enum(headKinds),
	field: label,
	modality: z.enum(['photo', 'title', 'both']),
	backbones: z.array(networkId).max(20),
	photoDepth: z.enum(depths).default('frozen'),
	stages: z.int().positive().default(defaultSpecification.stages),
	tuningEpochs: z.int().positive().default(defaultSpecification.tuningEpochs),
	tuningRate: z.number().positive().default(defaultSpecification.tuningRate),
	towerRate: z.number().positive().default(defaultSpecification.towerRate),
	warmUp: z.int().nonnegative().default(defaultSpecification.warmUp),
	headFirst: z.int().nonnegative().default(defaultSpecification.headFirst),
	startDecay: z.number().nonnegative().default(defaultSpecification.startDecay),
	fusion: z.enum(fusions),
	textFeatures: z.enum(textFeatures),
	sampling: z.enum(['as-is', 'under', 'over', 'class-weights']),
	augmentations: z.array(z.enum(augmentations)).max(augmentations.length),
	optimiser: z.enum(optimisers),
	learningRate: z.number().positive(),
	batchSize: z.int().positive(),
	epochs: z.int().positive(),
	patience: z.int().positive(),
	weightDecay: z.union([z.literal('search'), z.number().nonnegative()]),
	titleWeight: z.union([z.literal('search'), z.number().nonnegative()]),
	hiddenUnits: z.int().positive(),
	dropout: share,
	modalityDropout: share,
	// Files from before these have none.
	selfTraining: z.boolean().default(false),
	carried: z
		.strictObject({ headId: z.string().max(100), by: z.enum(carryings) })
		.nullable()
		.default(null),
	neighbours: z.int().positive(),
	folds: z.int().positive(),
	seed: z.int(),
});

const epoch = z.strictObject({
	epoch: z.int(),
	trainLoss: figure,
	validationLoss: figure,
	validationAccuracy: figure,
});

const parameters = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('layers'),
		/** Columns of each layer's output; the last is one for each label. */
		outputs: z.array(dimensions).min(1).max(10),
		output: z.enum(['linear', 'log-sigmoid']),
	}),
	z.strictObject({ kind: z.literal('prototypes') }),
	z.strictObject({
		kind: z.literal('neighbours'),
		neighbours: z.int().positive(),
		/** Products it remembers, each view of one on its own. */
		rows: z.int().positive(),
	}),
]);

const float32 = arrayOf(Float32Array);

export const headDescriptionSchema = z.strictObject({
	version: z.literal(descriptionVersion),
	name: z.string().min(1).max(200),
	field: label,
	createdAt: z.number(),
	/** The answers in their order. */
	labels: z.array(label).min(2).max(100_000),
	/** What its input row is made of, side by side. */
	inputs: z
		.array(z.strictObject({ source: z.enum(['photo', 'title']), stamp, dimensions }))
		.min(1)
		.max(20),
	/** Views of a photo whose scores are averaged with its own. */
	views: z.array(z.enum(augmentations)).max(averagedAugmentations.length),
	temperature: z.number().positive(),
	parameters,
	/** SHA-256 of the head's own weights. */
	checksum: z.string().regex(/^[0-9a-f]{64}$/),
	specification,
	chosen: z.strictObject({
		weightDecay: z.number(),
		titleWeight: z.number(),
		epochs: z.number(),
	}),
	curve: z.array(epoch).max(100_000),
	heldOut: z.strictObject({
		rows: z.int().nonnegative(),
		accuracy: figure,
		ece: figure,
		curve: z
			.strictObject({ threshold: float32, coverage: float32, accuracy: float32 })
			.refine((curve) => new Set(Object.values(curve).map(({ length }) => length)).size === 1),
	}),
	/** Products it learned from. */
	products: z.int().nonnegative(),
	backend: z.string().max(100),
	seconds: z.number().nonnegative(),
	/** How photos become input, by network: for whoever feeds it elsewhere. */
	preprocessing: z.array(preprocessingSchema.extend({ network: networkId })),
	golden: z.strictObject({ items: z.array(z.string()), probabilities: float32 }),
	report: reportSchema.nullable(),
});

export type HeadDescription = z.infer<typeof headDescriptionSchema>;

export interface Described {
	head: TrainedHead;
	report: Report | null;
	/** The photo networks it stands on. */
	backbones: readonly BackboneEntry[];
	golden: GoldenAnswers;
	checksum: string;
}

/** As plain JSON. */
export function describeHead({ head, report, backbones, golden, checksum }: Described): object {
	const { name, field, createdAt, model, specification, chosen, curve, heldOut } = head;
	const { threshold, coverage, accuracy } = heldOut.curve;
	return {
		version: descriptionVersion,
		name,
		field,
		createdAt,
		labels: model.labels,
		inputs: model.inputs.map(({ source, stamp, dimensions }) => ({ source, stamp, dimensions })),
		views: model.views,
		temperature: model.temperature,
		parameters: outline(model),
		checksum,
		specification,
		chosen,
		curve,
		heldOut: {
			rows: heldOut.rows,
			accuracy: heldOut.accuracy,
			ece: heldOut.ece,
			curve: {
				threshold: arrayText(threshold),
				coverage: arrayText(coverage),
				accuracy: arrayText(accuracy),
			},
		},
		products: head.imported?.products ?? head.seen.length,
		backend: head.backend,
		seconds: head.seconds,
		preprocessing: backbones.map(({ id, preprocessing }) => ({ network: id, ...preprocessing })),
		golden: { items: golden.items, probabilities: arrayText(golden.probabilities) },
		report: report && reportText(report),
	};
}

function outline({ parameters }: HeadModel): HeadDescription['parameters'] {
	switch (parameters.kind) {
		case 'layers':
			return {
				kind: 'layers',
				outputs: parameters.layers.map(({ outputs }) => outputs),
				output: parameters.output,
			};
		case 'prototypes':
			return { kind: 'prototypes' };
		case 'neighbours':
			return {
				kind: 'neighbours',
				neighbours: parameters.neighbours,
				rows: parameters.classes.length,
			};
		default:
			throw new RangeError(`a head of the kind ${parameters.kind} is no network`);
	}
}
