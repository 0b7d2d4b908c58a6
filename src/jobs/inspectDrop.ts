import type { DropSummary } from '../domain/drop';
import type { JobContext } from '../domain/job';
import { isPictureName, isTableName, tidyPath } from '../formats/fileNames';
import { isProject } from '../formats/projectMark';
import { countedFolders } from '../maths/countedFolders';
import type { DroppedFile } from '../workers/files.contract';
import type { Services } from './services';

/** Pictures alone are told by their names, and raise a question only where those say two things. */
export function raisesNoQuestion(files: readonly DroppedFile[]): boolean {
	const paths = files.map(({ path }) => tidyPath(path));
	return paths.every(isPictureName) && countedFolders(paths).unclear.length === 0;
}

/** The first saved project among dropped files, told by its beginning, whatever it is called. */
export async function projectAmong(files: readonly DroppedFile[]): Promise<File | null> {
	for (const { path, file } of files)
		if (!isPictureName(path) && !isTableName(path) && (await isProject(file))) return file;
	return null;
}

/** What a drop holds, before anything of it is imported; `null` when there is nothing to ask about it. */
export async function inspectDrop(
	services: Services,
	files: DroppedFile[],
	job: JobContext,
): Promise<DropSummary | null> {
	const summary = await services.files.remote.inspect({ files }, job);
	const { tables, teachable, counted } = summary;
	return tables.length + teachable.length + counted.length > 0 ? summary : null;
}
