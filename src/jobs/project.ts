import type { JobContext } from '../domain/job';
import type { Services } from './services';

/** The whole project as one file. @throws AppError `storage-full` */
export function saveProject(services: Services, name: string, job: JobContext): Promise<File> {
	return services.files.remote.exportProject({ name }, job);
}

/**
 * Makes a saved project what is stored.
 * @throws AppError `project-damaged`, `project-newer-version`, `storage-full`; what was stored is then as before
 */
export function openProject(services: Services, file: File, job: JobContext): Promise<void> {
	return services.files.remote.importProject({ file }, job);
}
