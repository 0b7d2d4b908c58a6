import { type Augmentation, averagedAugmentations } from '../domain/augmentation';
import type { VisionBackend } from '../domain/backends';
import { type EmbeddingStamp, embeddingSetId } from '../domain/embedding';
import { AppError } from '../domain/errors';
import type { HeadModel, HeadSpecification, InputBlock } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Evidence } from '../domain/suggestion';
import { softmaxRows } from '../maths/calibration';
import { sourceHead } from '../maths/carriedHead';
import { evaluate } from '../maths/evaluation';
import { headGradient } from '../maths/headGradient';
import { modelProbabilities, modelScores, photoShares } from '../maths/headScores';
import { topColumns } from '../maths/metrics';
import { isCounted } from '../maths/stamps';
import { embeddings } from '../storage/embeddings';
import { breathe } from './heads/batches';
import { evidenceOf, packedPredictions, type ScoredProducts } from './heads/predictions';
import { fittedInputs, knownRows, pickRows, type RowSource, storedRows } from './heads/storedRows';
import { trainHead } from './heads/trainHead';
import { nearDuplicates } from './nearDuplicates';
import { startBackend, type TfBackend } from './tfBackend';

interface Labelled {
	products: (RowSource & { id: string })[];
	labels: string[];
	classes: Int32Array;
}

interface TrainInput {
	specification: HeadSpecification;
	labelled: Labelled;
	folds: Int16Array;
	inputs: InputBlock[];
	backend: VisionBackend;
	source?: HeadModel | null;
}

interface ExplainInput {
	model: HeadModel;
	product: RowSource;
	ranks: number;
}

interface Explained {
	photoShare: number | null;
	answers: { label: number; probability: number; gradients: Float32Array[] | null }[];
}

/** Products predicted between two looks for a cancel. */
const productsAtOnce = 200;

/** What the learn worker does with heads. See `HeadsContract`. */
export function headsService() {
	/** Started once; another backend is another worker. */
	let running: { name: VisionBackend; backend: Promise<TfBackend> } | null = null;

	function backendFor(name: VisionBackend): Promise<TfBackend> {
		running ??= { name, backend: startBackend(name) };
		if (running.name !== name)
			throw new AppError('backend-unavailable', { backend: name, reason: 'another-runs-here' });
		return running.backend;
	}

	/** Trains on what is stored of the products. */
	async function learned(input: TrainInput, job: JobContext) {
		const { specification, labelled, backend } = input;
		const start = performance.now();
		const inputs = await fittedInputs(labelled.products, input.inputs, {
			...{ classes: labelled.classes, folds: input.folds, labels: labelled.labels.length },
			seed: specification.seed,
			breathe: () => breathe(job.signal),
		});
		const fitting = performance.now() - start;
		const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
		const all = await storedRows(labelled.products, inputs);
		const known = knownRows(all, width);
		const classes = Int32Array.from(known, (row) => labelled.classes[row] as number);
		if (known.length === 0) throw new AppError('head-no-products');
		if (new Set(classes).size < 2)
			throw new AppError('head-one-label', { label: labelled.labels[classes[0] ?? 0] ?? '' });
		const runtime = await backendFor(backend);
		const begin = performance.now();
		// Averaged views come first: see TrainingRows.
		const views = viewsOf(specification, inputs);
		const tables: Float32Array[] = [];
		for (const view of views)
			tables.push(pickRows(await storedRows(labelled.products, inputs, view), width, known));
		const averaged = views.filter((view) => averagedAugmentations.includes(view));
		const rows = {
			values: pickRows(all, width, known),
			views: tables,
			averagedViews: averaged.length,
			classes,
			folds: Int16Array.from(known, (row) => input.folds[row] as number),
			labels: labelled.labels.length,
			blocks: inputs.map(({ source, dimensions, stamp }) => ({
				source,
				dimensions,
				counted: isCounted(stamp),
			})),
		};
		const source = input.source ? sourceHead(input.source, inputs) : null;
		if (input.source && !source) throw new AppError('head-source-unfit');
		const carry = source && { source, labels: labelled.labels };
		const result = await runtime.guarded(trainHead(rows, specification, job, carry));
		const seconds = (performance.now() - begin + fitting) / 1000;
		return { result, inputs, views: averaged, known, classes, seconds };
	}

	async function train(input: TrainInput, job: JobContext) {
		const { labelled, backend } = input;
		const { result, inputs, views, known, classes, seconds } = await learned(input, job);
		const { heldOut, chosen, curve, ...parts } = result;
		const model: HeadModel = { labels: labelled.labels, inputs, views, ...parts };
		const judged = evaluate({
			labels: labelled.labels,
			productIds: [],
			scores: heldOut.scores,
			truth: Int32Array.from(heldOut.rows, (row) => classes[row] as number),
			trained: classes,
			temperature: model.temperature,
		});
		return {
			model,
			chosen,
			curve,
			heldOut: {
				rows: judged.count,
				accuracy: judged.accuracy.value,
				ece: judged.ece.after,
				curve: judged.curve,
			},
			backend,
			seconds,
			without: withoutRows(labelled.products, known),
		};
	}

	async function crossValidate(input: TrainInput, job: JobContext) {
		const { result, known } = await learned(input, job);
		const { rows, scores } = result.heldOut;
		return {
			rows: rows.map((row) => known[row] as number),
			probabilities: softmaxRows(scores, input.labelled.labels.length, result.temperature),
		};
	}

	async function evaluateHead(
		input: { model: HeadModel; labelled: Labelled; trained: Int32Array },
		job: JobContext,
	) {
		const { model, labelled, trained } = input;
		const { known, scores, photoShares } = await scored(model, labelled.products, job);
		return {
			evaluation: evaluate({
				labels: labelled.labels,
				productIds: known.map((row) => labelled.products[row]?.id ?? ''),
				scores,
				truth: Int32Array.from(known, (row) => labelled.classes[row] as number),
				trained,
				temperature: model.temperature,
				photoShares,
			}),
			without: withoutRows(labelled.products, known),
		};
	}

	async function predict(
		input: {
			model: HeadModel;
			products: (RowSource & { id: string })[];
			ranks: number;
			sureAt: number | null;
		},
		job: JobContext,
	) {
		const { model, products } = input;
		const answers = await scored(model, products, job);
		return packedPredictions(model, { count: products.length, ...answers }, input);
	}

	async function explain({ model, product, ranks }: ExplainInput): Promise<Explained> {
		const rows = await storedRows([product], model.inputs);
		if (knownRows(rows, rows.length).length === 0) return { answers: [], photoShare: null };
		const views: Float32Array[] = [];
		for (const view of model.views) views.push(await storedRows([product], model.inputs, view));
		const probabilities = modelProbabilities(model, modelScores(model, rows, views));
		const best = topColumns(probabilities, model.labels.length, ranks);
		return {
			photoShare: photoShares(model, rows, views)?.[0] ?? null,
			answers: [...best]
				.filter((label) => label >= 0)
				.map((label) => {
					const gradients = [rows, ...views].map((row) => headGradient(model, row, label));
					const known = gradients.filter((gradient) => gradient !== null);
					return {
						label,
						probability: probabilities[label] as number,
						gradients: known.length < gradients.length ? null : known,
					};
				}),
		};
	}

	async function duplicates(
		input: { photoIds: string[]; stamp: EmbeddingStamp; threshold: number; backend: VisionBackend },
		job: JobContext,
	) {
		const { photoIds, stamp, threshold, backend } = input;
		const runtime = await backendFor(backend);
		const vectors = await embeddings(embeddingSetId(stamp), photoIds);
		const known = [...vectors.keys()].filter((row) => vectors[row] !== undefined);
		const dimensions = vectors[known[0] ?? 0]?.length ?? 1;
		const rows = new Float32Array(known.length * dimensions);
		for (const [at, row] of known.entries())
			rows.set(vectors[row] as Float32Array, at * dimensions);
		const report = (done: number): void =>
			job.report({ step: 'compare-photos', done, total: known.length });
		const found = nearDuplicates(rows, dimensions, threshold, job.signal, report);
		const pairs = await runtime.guarded(found);
		return { pairs: pairs.map((at) => known[at] as number) };
	}

	return { train, crossValidate, evaluate: evaluateHead, predict, explain, duplicates };
}

/** The views to learn from, those that are averaged when predicting first. Titles have none. */
function viewsOf({ augmentations }: HeadSpecification, inputs: InputBlock[]): Augmentation[] {
	if (inputs.every(({ source }) => source === 'title')) return [];
	const averaged = (view: Augmentation): boolean => averagedAugmentations.includes(view);
	return [...augmentations.filter(averaged), ...augmentations.filter((view) => !averaged(view))];
}

async function scored(
	model: HeadModel,
	products: readonly RowSource[],
	job: JobContext,
): Promise<ScoredProducts> {
	const width = model.standardisation.mean.length;
	const known: number[] = [];
	const parts: Float32Array[] = [];
	const evidence: Evidence[] = [];
	const shares: number[] = [];
	for (let start = 0; start < products.length; start += productsAtOnce) {
		await breathe(job.signal);
		const some = products.slice(start, start + productsAtOnce);
		const rows = await storedRows(some, model.inputs);
		const there = knownRows(rows, width);
		const views: Float32Array[] = [];
		for (const view of model.views)
			views.push(pickRows(await storedRows(some, model.inputs, view), width, there));
		const picked = pickRows(rows, width, there);
		parts.push(modelScores(model, picked, views));
		shares.push(...(photoShares(model, picked, views) ?? []));
		evidence.push(...evidenceOf(picked, model.inputs));
		known.push(...there.map((row) => start + row));
		const done = Math.min(start + productsAtOnce, products.length);
		job.report({ step: 'predict', done, total: products.length });
	}
	const scores = new Float32Array(known.length * model.labels.length);
	let at = 0;
	for (const part of parts) {
		scores.set(part, at);
		at += part.length;
	}
	const weighed = shares.length > 0 ? Float32Array.from(shares) : null;
	return { known, scores, evidence, photoShares: weighed };
}

function withoutRows(products: readonly { id: string }[], known: number[]): string[] {
	const there = new Set(known);
	return products.filter((_, row) => !there.has(row)).map(({ id }) => id);
}
