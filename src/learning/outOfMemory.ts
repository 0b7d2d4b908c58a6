import { AppError } from '../domain/errors';

/** How browsers, TF.js and the WASM runtimes say that there is no memory left; none has an error class for it. */
const messages =
	/out of memory|allocation fail|(could not|can't|cannot) (allocate|enlarge|grow) memory|aborted\(oom\)|bad_alloc/i;

/**
 * For the `catch` of work that allocates.
 * @throws AppError `out-of-memory` for what means that; anything else as it is
 */
export function rethrowOutOfMemory(error: unknown): never {
	const message = error instanceof Error ? error.message : String(error);
	if (messages.test(message))
		throw new AppError('out-of-memory', { reason: message }, { cause: error });
	throw error;
}

/**
 * For the `catch` of running a model that was written here a moment ago.
 * @throws AppError `out-of-memory`, `head-export-unrunnable` with a `reason`
 */
export function rethrowUnrunnable(error: unknown): never {
	try {
		rethrowOutOfMemory(error);
	} catch (rethrown) {
		if (rethrown instanceof AppError) throw rethrown;
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('head-export-unrunnable', { reason }, { cause: error });
	}
}
