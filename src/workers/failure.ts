import { AppError, type ErrorCode, type ErrorDetail, isCancelled } from '../domain/errors';

/** An error as it crosses the wall: structured clones lose codes, names and classes. */
export type Failure =
	| { kind: 'app'; code: ErrorCode; detail: ErrorDetail; cause: Failure | null }
	| { kind: 'cancelled' }
	| { kind: 'bug'; name: string; message: string; stack: string };

/**
 * For the side where it was thrown.
 * @param signal the call's: IndexedDB, too, ends a broken transaction with an AbortError, and unless
 * somebody did cancel that is a bug to be heard of
 */
export function describe(error: unknown, signal: AbortSignal): Failure {
	if (error instanceof AppError) {
		const cause = error.cause === undefined ? null : describe(error.cause, signal);
		return { kind: 'app', code: error.code, detail: error.detail, cause };
	}
	if (isCancelled(error) && signal.aborted) return { kind: 'cancelled' };
	if (error instanceof Error)
		return { kind: 'bug', name: error.name, message: error.message, stack: error.stack ?? '' };
	return { kind: 'bug', name: 'Error', message: String(error), stack: '' };
}

/** For the side that throws it again. */
export function restore(failure: Failure): unknown {
	if (failure.kind === 'app') {
		const options = failure.cause ? { cause: restore(failure.cause) } : undefined;
		return new AppError(failure.code, failure.detail, options);
	}
	if (failure.kind === 'cancelled') return cancelled();
	const error = new Error(failure.message);
	error.name = failure.name;
	error.stack = failure.stack;
	return error;
}

/** What cancelled work rejects with; not an error to people. */
export function cancelled(): DOMException {
	return new DOMException('cancelled', 'AbortError');
}
