import { embeddingSetId } from '../domain/embedding';
import { AppError } from '../domain/errors';
import { nextVersion, type TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import { headsOf, putTrained } from '../storage/heads';
import { headInputs, preparedStamps } from './labelledProducts';
import type { Services } from './services';

/**
 * Takes a head in that was exported, here or elsewhere, with its report if it carries one. What it stands on has to
 * be what runs here.
 * @throws AppError `head-file-unknown`, `head-file-not-aisle`, `head-file-damaged`, `head-file-other-network`,
 * `storage-full`, and what zips fail of; nothing is changed then. AbortError
 */
export async function importHead(
	services: Services,
	manifest: ModelsManifest,
	files: File[],
	job: JobContext,
): Promise<TrainedHead> {
	const worker = services.newHeadFiles();
	try {
		job.report({ step: 'read-files', done: 0, total: files.length });
		const read = await worker.remote.read({ files }, job);
		const { model, specification, field, name } = read.head;
		const here = new Set(preparedStamps(manifest).map(embeddingSetId));
		const wanted = model.inputs.map(({ stamp }) => stamp);
		const strange = wanted.find((stamp) => !here.has(embeddingSetId(stamp)));
		if (strange) throw new AppError('head-file-other-network', { network: strange.output });
		const known = new Set(wanted.map(({ output }) => output));
		if (!specification.backbones.every((id) => specification.modality === 'title' || known.has(id)))
			throw new AppError('head-file-damaged', { reason: 'other networks than it says' });
		const inputs = headInputs(specification, manifest).map(({ stamp }) => embeddingSetId(stamp));
		if (inputs.join() !== wanted.map(embeddingSetId).join())
			throw new AppError('head-file-damaged', { reason: 'other networks than it says' });
		const version = nextVersion(await headsOf(field), field, name);
		const head: TrainedHead = { ...read.head, id: crypto.randomUUID(), version };
		job.signal.throwIfAborted();
		await putTrained(head, read.report && { ...read.report, headId: head.id }, null);
		return head;
	} finally {
		worker.terminate('imported');
	}
}
