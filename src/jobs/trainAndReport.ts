import type { VisionBackend } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { HeadSpecification, TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Report } from '../domain/report';
import type { Split, SplitChoice } from '../domain/split';
import { pairedReports } from '../maths/headComparison';
import { putTrained } from '../storage/heads';
import { inputGroups } from './duplicateGroups';
import { embedInputs, type Networks } from './embedInputs';
import { evaluateHead } from './evaluateHead';
import { headInputs, labelledOnes } from './labelledProducts';
import { makeSplit } from './makeSplit';
import { type SelfTrainInput, selfTrain } from './selfTrain';
import type { Services } from './services';
import { trainHead } from './trainHead';
import { tunedInputs } from './tunedInputs';

export interface TrainAndReportInput {
	specification: HeadSpecification;
	/** Shown to people; versions are counted per name. */
	name: string;
	/** The catalogue; those without a label do not matter. */
	products: readonly Product[];
	/** Labels of the specification's field. */
	assignments: readonly LabelAssignment[];
	choice: SplitChoice;
	/** What the head is trained on; `null` takes the default of learnBackend.ts. */
	backend: VisionBackend | null;
	networks: Networks;
}

export interface TrainedAndReported {
	head: TrainedHead;
	/** `null` when no test product could be asked about. */
	report: Report | null;
	split: Split;
}

/**
 * From labels to a stored head with its report: embeds what is missing, keeps near-duplicates together, splits, teaches
 * networks that are to learn along, trains, and measures once on the test part. Head, report and split are stored together at the end, so that a
 * cancel or a failure on the way leaves nothing behind but embeddings, which the next try finds.
 * @throws AppError `head-nothing-labelled`, `head-one-label`, `head-no-products`, `head-nothing-to-learn`,
 * `split-unknown-part`, `tuning-too-large`, `storage-full`, and what networks fail of; AbortError
 */
export async function trainAndReport(
	services: Services,
	manifest: ModelsManifest,
	input: TrainAndReportInput,
	job: JobContext,
): Promise<TrainedAndReported> {
	const { specification, name, choice, backend, networks } = input;
	const { field } = specification;
	const assignments = [...input.assignments];
	const { products, labelOf } = labelledOnes(input.products, assignments, field);
	const unlabelled = specification.selfTraining
		? input.products.filter(({ id }) => !labelOf.has(id))
		: [];
	const looked = [...products, ...unlabelled];
	const inputs = headInputs(specification, manifest);
	await embedInputs(
		services,
		{ inputs, views: specification.augmentations, products: looked, networks },
		job,
	);
	// A worker keeps one backend for life, and the one that suggests has its own.
	const own = backend === 'webgpu' ? { ...services, learn: services.newLearn() } : services;
	try {
		const groups = await inputGroups(own, { products: looked, inputs, backend }, job);
		const split = makeSplit({ field, products, assignments, groups, choice });
		const common = { products, assignments, split };
		const settings = { specification, ...common, groups, backend };
		const below = { ...settings, products: looked, networks };
		const learning = {
			...settings,
			name,
			inputs: await tunedInputs(own, manifest, below, job),
		};
		const { head, plain } = await trained(own, manifest, { ...learning, unlabelled }, job);
		const measured = await reportOf(own, { head, ...common }, job);
		const without = plain && (await reportOf(own, { head: plain, ...common }, job));
		const report = measured && without ? comparedWith(without, measured) : measured;
		job.signal.throwIfAborted();
		await putTrained(head, report, split);
		return { head, report, split };
	} finally {
		if (own !== services) own.learn.terminate('trained');
	}
}

/** @returns the head and, where it learned from guesses, the same without them */
async function trained(
	services: Services,
	manifest: ModelsManifest,
	input: SelfTrainInput,
	job: JobContext,
): Promise<{ head: TrainedHead; plain: TrainedHead | null }> {
	return input.specification.selfTraining
		? selfTrain(services, manifest, input, job)
		: { head: await trainHead(services, manifest, input, job), plain: null };
}

/** What guesses changed, in the report of the head that learned from them. */
function comparedWith(without: Report, report: Report): Report {
	const paired = pairedReports(without, report);
	if (!paired) return report;
	const { accuracy, macroF1 } = without.test;
	const { onlyFirst: onlyWithout, onlySecond: onlyWith, pValue } = paired;
	return { ...report, withoutGuesses: { accuracy, macroF1, onlyWithout, onlyWith, pValue } };
}

/** A head without a report is still a head: there may be nothing to measure on. */
async function reportOf(
	services: Services,
	input: Parameters<typeof evaluateHead>[1],
	job: JobContext,
): Promise<Report | null> {
	if (![...input.split.parts.values()].includes('test')) return null;
	try {
		return await evaluateHead(services, input, job);
	} catch (error) {
		if (error instanceof AppError && error.code === 'head-no-products') return null;
		throw error;
	}
}
