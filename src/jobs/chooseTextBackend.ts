import type { TextEncoderReady } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { TextEncoderEntry } from '../domain/models';
import type { BackendChoice } from '../storage/settings';
import type { WorkerHandle } from '../workers/handle';
import type { TextContract } from '../workers/text.contract';
import { probeDevice } from './probeDevice';
import type { Services } from './services';
import { attempt } from './tryBackend';

/** A text encoder that was loaded and measured: ready to embed. The caller terminates it. */
export interface ChosenText {
	choice: BackendChoice;
	ready: TextEncoderReady;
	worker: WorkerHandle<TextContract>;
}

/**
 * Loads the text encoder. There is one candidate (see `TextBackend` for why), so nothing is remembered.
 * @throws AppError `backend-unavailable`, `model-missing`, `model-damaged`
 */
export async function chooseTextBackend(
	services: Pick<Services, 'base' | 'newText'>,
	entry: TextEncoderEntry,
	job: JobContext,
): Promise<ChosenText> {
	const backend = 'wasm';
	const worker = services.newText();
	const input = { encoder: entry, backend, base: services.base } as const;
	const ready = await attempt(worker, (watched) => worker.remote.load(input, watched), job);
	if (typeof ready === 'string')
		throw new AppError('backend-unavailable', { model: entry.id, reason: ready });
	const choice: BackendChoice = {
		backend,
		by: 'measured',
		findings: [
			{ backend: 'webgpu', milliseconds: null, reason: 'rounds-differently' },
			{ backend, milliseconds: ready.millisecondsPerTitle, reason: null },
		],
		device: (await probeDevice()).name,
	};
	return { choice, ready, worker };
}
