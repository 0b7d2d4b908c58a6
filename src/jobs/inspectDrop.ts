import type { DropSummary } from '../domain/drop';
import type { JobContext } from '../domain/job';
import { isPictureName } from '../formats/fileNames';
import type { DroppedFile } from '../workers/files.contract';
import type { Services } from './services';

/** Pictures alone raise no question, and are told by their names. */
export function isPicturesOnly(files: readonly DroppedFile[]): boolean {
	return files.every(({ path }) => isPictureName(path));
}

/** What a drop holds, before anything of it is imported; `null` when there is nothing to ask about it. */
export async function inspectDrop(
	services: Services,
	files: DroppedFile[],
	job: JobContext,
): Promise<DropSummary | null> {
	const summary = await services.files.remote.inspect({ files }, job);
	return summary.tables.length > 0 || summary.teachable.length > 0 ? summary : null;
}
