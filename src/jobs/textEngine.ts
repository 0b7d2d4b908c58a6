import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { TextEncoderEntry } from '../domain/models';
import { type ChosenText, chooseTextBackend } from './chooseTextBackend';
import type { Services } from './services';

/** A ready worker for the text network. */
export interface TextEngine {
	entry: TextEncoderEntry;
	current(): ChosenText;
	/**
	 * Embeds texts and stores the rows under the given ids. A worker that died is replaced once per call.
	 * @throws AppError `worker-died` when the fresh one dies too, `storage-full`
	 */
	embedAndStore(items: { id: string; text: string }[], job: JobContext): Promise<void>;
	/** Embeds texts without storing them. @returns `[texts, dimensions]`, each of length 1 */
	embed(texts: string[], job: JobContext): Promise<Float32Array>;
	close(): void;
}

/** Loads the text network. */
export async function startTextEngine(
	services: Services,
	entry: TextEncoderEntry,
	job: JobContext,
): Promise<TextEngine> {
	let chosen = await chooseTextBackend(services, entry, job);
	async function surviving<T>(
		call: (remote: ChosenText['worker']['remote']) => Promise<T>,
		job: JobContext,
	): Promise<T> {
		try {
			return await call(chosen.worker.remote);
		} catch (error) {
			const deadly =
				error instanceof AppError &&
				(error.code === 'worker-died' || error.code === 'out-of-memory');
			if (!deadly) throw error;
			// A session that failed poisons its worker: only a fresh one will do.
			chosen.worker.terminate(error.code);
			chosen = await chooseTextBackend(services, entry, job);
			return call(chosen.worker.remote);
		}
	}

	return {
		entry,
		current: () => chosen,
		async embedAndStore(items, job) {
			await surviving((remote) => remote.embedAndStore({ items }, job), job);
		},
		async embed(texts, job) {
			return (await surviving((remote) => remote.embed({ texts }, job), job)).vectors;
		},
		close() {
			chosen.worker.terminate('closed');
		},
	};
}
