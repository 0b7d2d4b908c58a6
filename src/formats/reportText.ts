import type { Report } from '../domain/report';
import { z } from '../domain/zod';
import { arrayOf, arrayText } from './arrayText';

/* A head's report in JSON, and back from a file that anyone may have written. */

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const text = z.string().max(1000);
const float32 = arrayOf(Float32Array);

const proportion = z.strictObject({ value: share, low: share, high: share });

const evaluation = z
	.strictObject({
		labels: z.array(text).min(2),
		count: count,
		accuracy: proportion,
		macroF1: share,
		top3: share,
		baseline: z.strictObject({ label: text, accuracy: share }),
		perClass: z.array(
			z.strictObject({ label: text, precision: share, recall: share, f1: share, support: count }),
		),
		confusion: arrayOf(Uint32Array),
		ece: z.strictObject({ before: share, after: share }),
		curve: z.strictObject({ threshold: float32, coverage: float32, accuracy: float32 }),
		perLevel: z.array(z.strictObject({ level: count, accuracy: share })),
		products: z.strictObject({
			productIds: z.array(text),
			truth: arrayOf(Int32Array),
			predicted: arrayOf(Int32Array),
			probability: float32,
			ranks: z.int().positive().max(100),
		}),
	})
	.refine(({ labels, confusion }) => confusion.length === labels.length ** 2, 'confusion')
	.refine(({ labels, perClass }) => perClass.length === labels.length, 'labels')
	.refine(
		({ curve }) => new Set(Object.values(curve).map(({ length }) => length)).size === 1,
		'curve',
	)
	.refine(
		({ labels, products: { productIds, truth, predicted, probability, ranks } }) =>
			truth.length === productIds.length &&
			predicted.length === productIds.length * ranks &&
			probability.length === predicted.length &&
			truth.every((label) => label >= 0 && label < labels.length) &&
			predicted.every((label) => label >= -1 && label < labels.length),
		'products',
	);

/** All of a report but whose it is. */
export const reportSchema = z.strictObject({
	createdAt: z.number(),
	seed: z.int(),
	splitOrigin: z.enum(['given', 'drawn']),
	counts: z.strictObject({ train: count, validation: count, test: count }),
	test: evaluation,
	operatingPoints: z.array(
		z.strictObject({
			wantedAccuracy: share,
			threshold: share.nullable(),
			coverage: share,
			accuracy: share.nullable(),
		}),
	),
	tooSmall: z.array(text),
	parted: z.array(z.array(text)),
	without: z.array(text),
	withoutGuesses: z
		.strictObject({
			accuracy: proportion,
			macroF1: share,
			onlyWithout: count,
			onlyWith: count,
			pValue: share,
		})
		.optional(),
});

/** As plain JSON. */
export function reportText({ headId: _, field: __, test, ...report }: Report): object {
	const { confusion, curve, products } = test;
	return {
		...report,
		test: {
			...test,
			confusion: arrayText(confusion),
			curve: {
				threshold: arrayText(curve.threshold),
				coverage: arrayText(curve.coverage),
				accuracy: arrayText(curve.accuracy),
			},
			products: {
				...products,
				truth: arrayText(products.truth),
				predicted: arrayText(products.predicted),
				probability: arrayText(products.probability),
			},
		},
	};
}
