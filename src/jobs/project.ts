import type { FileTarget } from '../domain/fileTarget';
import type { JobContext } from '../domain/job';
import type { Services } from './services';

/**
 * The whole project as one file.
 * @returns it where it has yet to be downloaded
 * @throws AppError `storage-full`, `file-not-written`, `file-too-large-here`
 */
export function saveProject(
	services: Services,
	target: FileTarget,
	job: JobContext,
): Promise<File | null> {
	return services.files.remote.exportProject({ target }, job);
}

/**
 * Makes a saved project what is stored, or adds it to that.
 * @throws AppError `project-damaged`, `project-newer-version`, `storage-full`; what was stored is then as before
 */
export function openProject(
	services: Services,
	file: File,
	onto: 'replace' | 'merge',
	job: JobContext,
): Promise<void> {
	return services.files.remote.importProject({ file, onto }, job);
}
