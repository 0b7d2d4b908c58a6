import type { HeadSpecification, Standardisation } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import { folded, type SourceHead, sourceAnswers, startingLayer } from '../../maths/carriedHead';
import { fitStandardisation } from '../../maths/standardise';
import type { LabelledRows } from './candidates';
import { CarriedLayer } from './carriedLayer';
import type { KindResult, TrainingResult, TrainingRows } from './kindResult';
import { trainNetworkHead } from './trainNetworkHead';

/** How strongly the weights are held where they began; tried by the search, the loosest first. */
const holds = [1e-4, 1e-3, 1e-2];

/** Steps that are large and many enough to leave what does not hold here. */
const steps = { learningRate: 0.2, epochs: 100, patience: 30 };

/**
 * Begins from another head's weights. With few products the strength of the hold matters, so it is searched by the
 * loss on the held-out fold.
 * @param data standardised as the other head's rows were
 * @param start the other head, and the names of the labels, to find those that it knows
 */
export async function trainFromStart(
	data: LabelledRows,
	{ source, labels }: { source: SourceHead; labels: string[] },
	specification: HeadSpecification,
	job: JobContext,
): Promise<KindResult> {
	const make = () => new CarriedLayer(startingLayer(source, labels));
	const { weightDecay } = specification;
	let best: KindResult | null = null;
	for (const hold of weightDecay === 'search' ? holds : [weightDecay]) {
		const settings = { ...specification, ...steps, weightDecay: hold };
		const found = await trainNetworkHead(make, data, 1, settings, job);
		if (!best || lossOf(found) < lossOf(best)) best = found;
	}
	if (!best) throw new Error('unreachable: something is tried');
	return best;
}

/** At the epoch whose weights were kept; with nothing held out all are alike. */
function lossOf({ curve, chosen }: KindResult): number {
	return curve.find(({ epoch }) => epoch === chosen.epochs)?.validationLoss ?? Number.NaN;
}

/**
 * Learns from what another head answers, beside what is looked at. What comes out looks at the same as without.
 * @param train trains a head of a single layer
 */
export async function trainOnAnswers(
	rows: TrainingRows,
	source: SourceHead,
	specification: HeadSpecification,
	train: (
		rows: TrainingRows,
		specification: HeadSpecification,
		job: JobContext,
	) => Promise<TrainingResult>,
	job: JobContext,
): Promise<TrainingResult> {
	const answers = source.labels.length;
	const blocks = rows.blocks.map((block) => ({ ...block, weight: 1 }));
	const { mean } = fitStandardisation([rows.values, ...rows.views], blocks);
	const behind = (table: Float32Array): Float32Array =>
		sideBySide(table, mean.length, sourceAnswers(table, source, mean), answers);
	const result = await train(
		{
			...rows,
			values: behind(rows.values),
			views: rows.views.map(behind),
			blocks: [...rows.blocks, { source: 'photo', dimensions: answers }],
		},
		{ ...specification, carried: null },
		job,
	);
	const { parameters } = result;
	const [layer] = parameters.kind === 'layers' ? parameters.layers : [];
	if (parameters.kind !== 'layers' || !layer || parameters.layers.length > 1)
		throw new Error('unreachable: a head of a single layer was asked for');
	const one: { layer: typeof layer; standardisation: Standardisation } = folded(
		layer,
		result.standardisation,
		source,
	);
	return {
		...result,
		standardisation: one.standardisation,
		parameters: { ...parameters, layers: [one.layer] },
	};
}

function sideBySide(
	left: Float32Array,
	leftWidth: number,
	right: Float32Array,
	rightWidth: number,
): Float32Array {
	const width = leftWidth + rightWidth;
	const out = new Float32Array((left.length / leftWidth) * width);
	for (let row = 0; row * width < out.length; row++) {
		out.set(left.subarray(row * leftWidth, (row + 1) * leftWidth), row * width);
		out.set(right.subarray(row * rightWidth, (row + 1) * rightWidth), row * width + leftWidth);
	}
	return out;
}
