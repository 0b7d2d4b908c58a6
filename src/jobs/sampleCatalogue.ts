import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
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
	const load = async ({ path, bytes }: { path: string; bytes: number }): Promise<DroppedFile> => {
		const response = await fetch(`${base}models/${path}`, { signal: job.signal });
		const blob = await response.blob();
		if (!response.ok || blob.size !== bytes) throw new AppError('model-missing', { file: path });
		done += 1;
		job.report({ step: 'read-files', done, total: entry.files.length });
		return { path, file: new File([blob], path.split('/').at(-1) ?? path, { type: blob.type }) };
	};
	return Promise.all(entry.files.map(load));
}
