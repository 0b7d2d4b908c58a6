import type { FieldName } from '../domain/field';
import type { FileTarget } from '../domain/fileTarget';
import type { JobContext } from '../domain/job';
import type { Services } from './services';

/**
 * Labelled photos as a zip, a folder per label of a field, with `labels.csv`.
 * @returns the file where it has yet to be downloaded
 * @throws AppError `storage-full`, `file-not-written`, `file-too-large-here`
 */
export function exportPhotos(
	services: Services,
	field: FieldName,
	target: FileTarget,
	job: JobContext,
): Promise<File | null> {
	return services.files.remote.exportPhotos({ field, target }, job);
}
