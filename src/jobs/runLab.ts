import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { JobContext } from '../domain/job';
import { isWaiting, type LabRun } from '../domain/lab';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import { putLabRuns } from '../storage/lab';
import { embedInputs, type Networks } from './embedInputs';
import { evaluateHead } from './evaluateHead';
import { headInputs } from './labelledProducts';
import { labGroups } from './labGroups';
import { makeSplit } from './makeSplit';
import type { Services } from './services';
import { trainHead } from './trainHead';
import { tunedInputs } from './tunedInputs';

export interface RunLabInput {
	/** All of one field, in their order; those that have come to something are left as they are. */
	runs: readonly LabRun[];
	products: readonly Product[];
	/** Labels of the field. */
	assignments: readonly LabelAssignment[];
	networks: Networks;
	/** A run has come to something, which is stored. */
	onRun(run: LabRun): void;
}

/**
 * Trains and measures what waits, one after the other; each result is stored as it comes, so that
 * nothing is lost when the tab is closed. A run that fails says why and does not stop the others.
 * @throws AppError what networks and a split fail of, `storage-full`; AbortError
 */
export async function runLab(
	services: Services,
	manifest: ModelsManifest,
	{ runs, products, assignments, networks, onRun }: RunLabInput,
	job: JobContext,
): Promise<void> {
	if (!runs.some(isWaiting)) return;
	const labelOf = new Map(assignments.map(({ productId, label }) => [productId, label]));
	const labelled = products.filter(({ id }) => labelOf.has(id));
	for (const { specification } of runs.filter(isWaiting)) {
		const inputs = headInputs(specification, manifest);
		const views = specification.augmentations;
		await embedInputs(services, { inputs, views, products: labelled, networks }, job);
	}
	const groups = await labGroups(services, manifest, { runs, products: labelled }, job);
	const quiet: JobContext = { signal: job.signal, report() {} };
	let count = runs.filter((run) => !isWaiting(run)).length;
	for (const run of runs.filter(isWaiting)) {
		job.report({ step: 'train', done: count, total: runs.length });
		const done = await outcome(run);
		await putLabRuns([done]);
		onRun(done);
		count++;
	}
	job.report({ step: 'train', done: count, total: runs.length });

	async function outcome(run: LabRun): Promise<LabRun> {
		try {
			const { specification, field, choice } = run;
			const common = { products: labelled, assignments: [...assignments] };
			const split = makeSplit({ field, ...common, groups, choice });
			const trained = { specification, ...common, split, groups, backend: null };
			// A network that learns takes minutes, which deserve a bar of their own.
			const inputs = await tunedInputs(services, manifest, { ...trained, networks }, job);
			const input = { ...trained, name: field, inputs };
			const head = await trainHead(services, manifest, input, quiet);
			const report = await evaluateHead(services, { head, ...common, split }, quiet);
			return { ...run, result: { head, report } };
		} catch (error) {
			job.signal.throwIfAborted();
			if (!(error instanceof AppError)) throw error;
			return { ...run, problem: { code: error.code, detail: error.detail } };
		}
	}
}
