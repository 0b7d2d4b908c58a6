import type { Counted } from '../domain/drop';
import type { LabelChange } from '../domain/field';
import type { JobContext } from '../domain/job';
import type { Problem } from '../domain/product';
import { importRecord, putImport } from '../storage/imports';
import type { DroppedFile } from '../workers/files.contract';
import type { Services } from './services';

export interface Imported {
	/** What belongs to no card. */
	problems: Problem[];
	/** What takes the labels back that the tables brought. */
	labelUndo: LabelChange[];
}

/**
 * Copies a drop into storage and makes products of it. After this nothing more is needed from the files
 * themselves, so a closed tab can go on.
 */
export async function importFiles(
	services: Services,
	input: { importId: string; files: DroppedFile[]; counted?: Counted | undefined },
	job: JobContext,
): Promise<Imported> {
	const { importId, files, counted } = input;
	await putImport({
		id: importId,
		startedAt: Date.now(),
		phase: 'reading',
		filesSeen: files.length,
		filesStored: 0,
		...(counted && { counted }),
	});
	const staged = await services.files.remote.stage({ importId, files }, job);
	const { problems, labelUndo } = await assembleImport(services, importId, job);
	return { problems: [...staged.problems, ...problems], labelUndo };
}

/** The second half, also for an import whose tab was closed before it: products of what was copied by then. */
export async function assembleImport(
	services: Services,
	importId: string,
	job: JobContext,
): Promise<Imported> {
	const summary = await services.files.remote.assemble({ importId }, job);
	await setImportPhase(importId, 'embedding');
	return summary;
}

export async function setImportPhase(importId: string, phase: 'embedding' | 'done'): Promise<void> {
	const record = await importRecord(importId);
	if (record) await putImport({ ...record, phase });
}
