import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import { nextVersion } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import { headsOf, putTrained } from '../storage/heads';
import { labRun } from '../storage/lab';
import { type LabGroupsInput, labGroups } from './labGroups';
import { makeSplit } from './makeSplit';
import type { Services } from './services';

export interface KeepLabHeadInput extends LabGroupsInput {
	runId: string;
	/** Labels of the field. */
	assignments: readonly LabelAssignment[];
}

/**
 * Puts the head of a run, its report and its split beside those of the Train screen, as its field's newest version.
 * @returns the head's id
 * @throws AppError `head-no-products` when the run is gone, `split-unknown-part`, `storage-full`; AbortError
 */
export async function keepLabHead(
	services: Services,
	manifest: ModelsManifest,
	{ runId, assignments, ...lab }: KeepLabHeadInput,
	job: JobContext,
): Promise<string> {
	const run = await labRun(runId);
	if (!run?.result) throw new AppError('head-no-products');
	const { head, report } = run.result;
	const others = await headsOf(head.field);
	if (others.some(({ id }) => id === head.id)) return head.id;
	const groups = await labGroups(services, manifest, lab, job);
	const { field, choice } = run;
	const split = makeSplit({ field, products: lab.products, assignments, groups, choice });
	const version = nextVersion(others, head.field, head.name);
	await putTrained({ ...head, version, createdAt: Date.now() }, report, split);
	return head.id;
}
