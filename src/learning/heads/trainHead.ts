import { isProjected } from '../../domain/fusion';
import type { HeadSpecification, Standardisation } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import { fitTemperature } from '../../maths/calibration';
import type { SourceHead } from '../../maths/carriedHead';
import { averageViews } from '../../maths/headScores';
import { sampleRows } from '../../maths/sampling';
import { type ColumnBlock, fitStandardisation, standardise } from '../../maths/standardise';
import type { LabelledRows } from './candidates';
import { FusedNetwork } from './fusedNetwork';
import {
	fixedTitleWeight,
	type KindResult,
	type TrainingResult,
	type TrainingRows,
} from './kindResult';
import { Multilayer } from './multilayer';
import { withPartialRows } from './partialRows';
import { trainByDistance } from './trainByDistance';
import { trainFromStart, trainOnAnswers } from './trainCarried';
import { trainLateHead } from './trainLateHead';
import { trainLinearHead } from './trainLinearHead';
import { trainNetworkHead } from './trainNetworkHead';

/**
 * Trains a head: standardise on these rows alone, search the settings left open on held-out rows, train on
 * everything, and calibrate on the held-out scores. Reports `search-settings` and `train` with the epochs' figures.
 * @throws AbortError
 */
export async function trainHead(
	rows: TrainingRows,
	specification: HeadSpecification,
	job: JobContext,
	carry: Carry | null = null,
): Promise<TrainingResult> {
	if (carry && specification.carried?.by === 'features')
		return trainOnAnswers(rows, carry.source, specification, trainOne, job);
	if (carry) return trainOne(rows, specification, job, carry);
	return hasBoth(rows) && specification.fusion === 'late'
		? trainLateHead(rows, specification, trainOne, job)
		: trainOne(rows, specification, job);
}

/** A head that another one makes use of, and the names of the other's labels. */
export interface Carry {
	source: SourceHead;
	labels: string[];
}

async function trainOne(
	rows: TrainingRows,
	specification: HeadSpecification,
	job: JobContext,
	start: Carry | null = null,
): Promise<TrainingResult> {
	// Weights mean what they mean on rows that are scaled as they were learned on.
	const plain = start?.source.standardisation ?? fitViews(rows, columnBlocks(rows, 1));
	const result = start
		? await trainFromStart(labelledRows(rows, plain, specification), start, specification, job)
		: await trainKind(rows, plain, specification, job);
	const { titleWeight } = result.chosen;
	const standardisation = start ? plain : fitViews(rows, columnBlocks(rows, titleWeight));
	const heldOut = heldOutRows(rows, result.heldOutScores);
	const truth = Int32Array.from(heldOut.rows, (row) => rows.classes[row] as number);
	return {
		standardisation,
		parameters: result.parameters,
		temperature: fitTemperature(heldOut.scores, truth, rows.labels),
		chosen: result.chosen,
		curve: result.curve,
		heldOut,
	};
}

function trainKind(
	rows: TrainingRows,
	plain: Standardisation,
	specification: HeadSpecification,
	job: JobContext,
): Promise<KindResult> {
	/** Standardised training data for a title weight. */
	const dataFor = (titleWeight: number): LabelledRows =>
		labelledRows(rows, titleWeighted(rows, plain, titleWeight), specification);
	const { fusion, hiddenUnits, dropout, modalityDropout, seed } = specification;
	if (hasBoth(rows) && isProjected(fusion)) {
		const columns = { photo: 0, title: 0 };
		for (const { source, dimensions } of rows.blocks) columns[source] += dimensions;
		const settings = { fusion, width: hiddenUnits, dropout, modalityDropout, seed };
		const make = () => new FusedNetwork(columns, rows.labels, settings);
		// Each side learns its own scale.
		return trainNetworkHead(make, dataFor(1), 1, specification, job);
	}
	const titleWeight = fixedTitleWeight(specification);
	/** For heads that could take the one side's silence for an answer. */
	const partialFor = (titleWeight: number): LabelledRows =>
		hasBoth(rows) && modalityDropout > 0
			? withPartialRows(dataFor(titleWeight), rows, modalityDropout, seed)
			: dataFor(titleWeight);
	switch (specification.kind) {
		case 'softmax':
		case 'one-vs-all':
		case 'svm':
			return trainLinearHead(specification.kind, rows, partialFor, specification, job);
		case 'mlp': {
			const data = partialFor(titleWeight);
			const settings = { hidden: hiddenUnits, dropout, seed };
			const make = () => new Multilayer(data.dimensions, data.labels, settings);
			return trainNetworkHead(make, data, titleWeight, specification, job);
		}
		case 'prototype':
		case 'knn':
			return trainByDistance(specification.kind, dataFor(titleWeight), specification, job);
	}
}

function hasBoth({ blocks }: TrainingRows): boolean {
	return new Set(blocks.map(({ source }) => source)).size > 1;
}

/** Photo networks share a weight of 1, so that two of them do not outshout the title. */
function columnBlocks({ blocks }: TrainingRows, titleWeight: number): ColumnBlock[] {
	const photos = blocks.filter(({ source }) => source === 'photo').length;
	return blocks.map(({ source, dimensions, counted }) => ({
		dimensions,
		counted: counted === true,
		// A title alone has nothing to be weighed against.
		weight: source === 'photo' ? 1 / Math.sqrt(photos) : photos === 0 ? 1 : titleWeight,
	}));
}

function fitViews({ values, views }: TrainingRows, blocks: ColumnBlock[]): Standardisation {
	return fitStandardisation([values, ...views], blocks);
}

function titleWeighted(
	rows: TrainingRows,
	plain: Standardisation,
	titleWeight: number,
): Standardisation {
	const scale = plain.scale.slice();
	let column = 0;
	const weighted = columnBlocks(rows, titleWeight);
	const before = columnBlocks(rows, 1);
	for (const [block, { dimensions, weight }] of weighted.entries())
		for (const end = column + dimensions; column < end; column++)
			scale[column] = ((scale[column] as number) * weight) / (before[block]?.weight ?? 1);
	return { mean: plain.mean, scale };
}

/** All views of each product, view by view; products count among each other as they do without views. */
function labelledRows(
	rows: TrainingRows,
	standardisation: Standardisation,
	{ sampling, seed }: HeadSpecification,
): LabelledRows {
	const { classes, folds, labels } = rows;
	const tables = [rows.values, ...rows.views];
	const weights = rowWeights(classes, sampling, seed);
	const count = classes.length;
	const all = {
		values: new Float32Array(tables.length * rows.values.length),
		classes: new Int32Array(tables.length * count),
		weights: new Float32Array(tables.length * count),
		folds: new Int16Array(tables.length * count),
	};
	for (const [view, table] of tables.entries()) {
		all.values.set(standardise(table, standardisation), view * table.length);
		all.classes.set(classes, view * count);
		all.weights.set(weights, view * count);
		all.folds.set(folds, view * count);
	}
	const dimensions = standardisation.mean.length;
	return {
		...all,
		judged: (1 + rows.averagedViews) * count,
		rowsPerProduct: tables.length,
		dimensions,
		labels,
	};
}

/** Under- and over-sampling as weights: a row drawn twice counts twice, one left out not at all. */
function rowWeights(
	classes: Int32Array,
	sampling: HeadSpecification['sampling'],
	seed: number,
): Float32Array {
	const sampled = sampleRows(classes, sampling, seed);
	const weights = new Float32Array(classes.length);
	for (const [i, row] of sampled.rows.entries())
		weights[row] = (weights[row] as number) + (sampled.weights[i] as number);
	return weights;
}

function heldOutRows(
	{ classes, labels, averagedViews }: TrainingRows,
	scores: Float32Array,
): TrainingResult['heldOut'] {
	const size = classes.length * labels;
	const averaged = averageViews(
		Array.from({ length: 1 + averagedViews }, (_, view) =>
			scores.subarray(view * size, (view + 1) * size),
		),
	);
	const rows = [...classes.keys()].filter((row) => !Number.isNaN(averaged[row * labels] as number));
	const held = new Float32Array(rows.length * labels);
	for (const [at, row] of rows.entries())
		held.set(averaged.subarray(row * labels, (row + 1) * labels), at * labels);
	return { rows: Int32Array.from(rows), scores: held };
}
