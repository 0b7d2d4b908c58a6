import type { JobContext } from '../domain/job';
import type { Problem } from '../domain/product';
import { importRecord, putImport } from '../storage/imports';
import type { DroppedFile } from '../workers/files.contract';
import type { Services } from './services';

/**
 * Copies a drop into storage and makes products of it. After this nothing more is needed from the files
 * themselves, so a closed tab can go on.
 * @returns what belongs to no card
 */
export async function importFiles(
	services: Services,
	input: { importId: string; files: DroppedFile[] },
	job: JobContext,
): Promise<Problem[]> {
	const { importId, files } = input;
	await putImport({
		id: importId,
		startedAt: Date.now(),
		phase: 'reading',
		filesSeen: files.length,
		filesStored: 0,
	});
	const staged = await services.files.remote.stage({ importId, files }, job);
	return [...staged.problems, ...(await assembleImport(services, importId, job))];
}

/** The second half, also for an import whose tab was closed before it: products of what was copied by then. */
export async function assembleImport(
	services: Services,
	importId: string,
	job: JobContext,
): Promise<Problem[]> {
	const summary = await services.files.remote.assemble({ importId }, job);
	await setImportPhase(importId, 'embedding');
	return summary.problems;
}

export async function setImportPhase(importId: string, phase: 'embedding' | 'done'): Promise<void> {
	const record = await importRecord(importId);
	if (record) await putImport({ ...record, phase });
}
