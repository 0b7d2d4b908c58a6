import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { BackendChoice } from '../storage/settings';

export type Finding = BackendChoice['findings'][number];

/** Milliseconds without a sign of life after which a backend is given up. Some never answer and never fail. */
const patience = 90_000;

/**
 * Runs a load. What is the backend's fault is answered as a reason, and its workers are ended.
 * @returns what `load` returned, or why it failed
 * @throws AbortError when cancelled; AppError `model-missing`, `model-damaged`: no backend could help those
 */
export async function attempt<T extends object>(
	workers: { terminate(reason: string): void },
	load: (job: JobContext) => Promise<T>,
	job: JobContext,
): Promise<T | string> {
	const stalled = new AbortController();
	const giveUp = (): void => stalled.abort();
	let timer = setTimeout(giveUp, patience);
	try {
		return await load({
			signal: AbortSignal.any([job.signal, stalled.signal]),
			report(progress) {
				clearTimeout(timer);
				timer = setTimeout(giveUp, patience);
				job.report(progress);
			},
		});
	} catch (error) {
		workers.terminate('its load failed');
		job.signal.throwIfAborted();
		if (stalled.signal.aborted) return 'no-answer';
		if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
		if (error.code === 'model-missing' || error.code === 'model-damaged') throw error;
		return error.code === 'backend-unavailable' ? String(error.detail.reason) : error.code;
	} finally {
		clearTimeout(timer);
	}
}
