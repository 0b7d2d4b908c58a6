import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { ModelFile, ModelsManifest } from '../domain/models';
import { freshDownload } from '../formats/checkedDownload';
import type { DroppedFile } from '../workers/files.contract';

/** The 54 sample products as if they had been dropped: one table and its photos. */
export async function sampleCatalogue(
	base: string,
	manifest: ModelsManifest,
	job: JobContext,
): Promise<DroppedFile[]> {
	const entry = manifest.models.find((model) => model.kind === 'catalogue');
	if (!entry) throw new AppError('models-not-prepared');
	let done = 0;
	const load = async (file: ModelFile): Promise<DroppedFile> => {
		const { path } = file;
		const url = new URL(`models/${path}`, base);
		const { bytes, type } = await freshDownload(file, url, job.signal);
		done += 1;
		job.report({ step: 'read-files', done, total: entry.files.length });
		return { path, file: new File([bytes], path.split('/').at(-1) ?? path, { type }) };
	};
	return Promise.all(entry.files.map(load));
}
