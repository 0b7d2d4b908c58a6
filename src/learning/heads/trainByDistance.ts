import type { HeadSpecification } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import { dotProducts, neighbourScores, prototypes, unitRows } from '../../maths/nearest';
import { breathe } from './batches';
import type { LabelledRows } from './candidates';
import { fixedTitleWeight, type KindResult } from './kindResult';

/** Rows compared between two looks for a cancel. */
const rowsAtOnce = 64;

/** Heads that remember instead of learning: nearest prototype, and k nearest neighbours. */
export async function trainByDistance(
	kind: 'prototype' | 'knn',
	data: LabelledRows,
	specification: HeadSpecification,
	job: JobContext,
): Promise<KindResult> {
	// What sampling left out is not remembered.
	const kept = [...data.weights.keys()].filter((row) => (data.weights[row] as number) > 0);
	const remembered = picked(data, kept);
	const scores =
		kind === 'prototype'
			? prototypeScores(data, remembered)
			: knnScores(data, remembered, specification);
	const heldOutScores = new Float32Array(data.judged * data.labels).fill(Number.NaN);
	const held = heldOutRows(data);
	for (let start = 0; start < held.length; start += rowsAtOnce) {
		await breathe(job.signal);
		for (const row of held.slice(start, start + rowsAtOnce))
			heldOutScores.set(scores(row), row * data.labels);
		const done = Math.min(start + rowsAtOnce, held.length);
		job.report({ step: 'train', done, total: held.length });
	}
	return {
		parameters:
			kind === 'prototype'
				? {
						kind: 'prototypes',
						vectors: prototypes(
							remembered.values,
							remembered.classes,
							data.labels,
							data.dimensions,
						),
					}
				: {
						kind: 'neighbours',
						vectors: unitRows(remembered.values, data.dimensions),
						classes: remembered.classes,
						neighbours: specification.neighbours * data.rowsPerProduct,
					},
		chosen: { weightDecay: 0, titleWeight: fixedTitleWeight(specification), epochs: 0 },
		curve: [],
		heldOutScores,
	};
}

function heldOutRows({ folds, judged }: LabelledRows): number[] {
	return [...folds.keys()].filter((row) => row < judged && (folds[row] as number) >= 0);
}

function picked(data: LabelledRows, rows: number[]): LabelledRows {
	const { dimensions } = data;
	const values = new Float32Array(rows.length * dimensions);
	for (const [at, row] of rows.entries())
		values.set(data.values.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
	return {
		...data,
		values,
		classes: Int32Array.from(rows, (row) => data.classes[row] as number),
		weights: Float32Array.from(rows, (row) => data.weights[row] as number),
		folds: Int16Array.from(rows, (row) => data.folds[row] as number),
	};
}

function rowOf({ values, dimensions }: LabelledRows, row: number): Float32Array {
	return unitRows(values.subarray(row * dimensions, (row + 1) * dimensions), dimensions);
}

/** Scores of a row under prototypes that were made without its fold. */
function prototypeScores(data: LabelledRows, remembered: LabelledRows) {
	const byFold = new Map<number, Float32Array>();
	return (row: number): Float32Array => {
		const fold = data.folds[row] as number;
		let vectors = byFold.get(fold);
		if (!vectors) {
			const others = [...remembered.folds.keys()].filter(
				(other) => remembered.folds[other] !== fold,
			);
			const without = picked(remembered, others);
			vectors = prototypes(without.values, without.classes, data.labels, data.dimensions);
			byFold.set(fold, vectors);
		}
		return dotProducts(rowOf(data, row), vectors, data.dimensions);
	};
}

/** Scores of a row by its neighbours outside its own fold. */
function knnScores(data: LabelledRows, remembered: LabelledRows, specification: HeadSpecification) {
	const known = unitRows(remembered.values, data.dimensions);
	return (row: number): Float32Array => {
		const cosines = dotProducts(rowOf(data, row), known, data.dimensions);
		const fold = data.folds[row];
		return neighbourScores(
			cosines,
			remembered.classes,
			data.labels,
			specification.neighbours * data.rowsPerProduct,
			(_, other) => remembered.folds[other] === fold,
		);
	};
}
