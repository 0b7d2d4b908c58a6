/**
 * Everything that can go wrong in a way a person can act on. `ui/errorMessages.ts` maps each code to a
 * sentence and a remedy, and the build fails when one is missing.
 */
export const errorCodes = [
	// photos
	'photo-empty',
	'photo-truncated',
	'photo-not-decodable',
	'photo-heic',
	'photo-svg',
	'photo-not-a-picture',
	'photo-too-large',
	// files
	'file-unreadable',
	'file-unsupported',
	'file-name-twice',
	'file-not-written',
	'file-too-large-here',
	'zip-damaged',
	'zip-too-large',
	'zip-encrypted',
	'zip-nested',
	// tables
	'csv-empty',
	'csv-unclosed-quote',
	'csv-doubled-column',
	'csv-no-known-column',
	'csv-row-malformed',
	'csv-row-empty',
	'csv-too-large',
	'csv-photo-missing',
	'taxonomy-unreadable',
	'taxonomy-empty',
	// models and device
	'model-missing',
	'model-damaged',
	'models-not-prepared',
	'backend-unavailable',
	'backend-wrong-answers',
	'device-lost',
	'out-of-memory',
	'worker-died',
	// heads
	'head-nothing-labelled',
	'head-one-label',
	'head-nothing-to-learn',
	'head-no-products',
	'head-other-embeddings',
	'groups-nothing-known',
	'head-source-unfit',
	'head-source-saw-test',
	'head-unreadable',
	'head-export-differs',
	'head-export-nothing',
	'head-export-unrunnable',
	'head-file-unknown',
	'head-file-not-aisle',
	'head-file-damaged',
	'head-file-zip',
	'head-file-other-network',
	'tuning-too-large',
	'split-unknown-part',
	// a project's file
	'project-damaged',
	'project-newer-version',
	// storage
	'address-not-secure',
	'storage-full',
	'storage-unavailable',
	'storage-newer-version',
	'storage-other-tab',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a sentence about an error may need to name: which file, which row, how large. */
export type ErrorDetail = Record<string, string | number>;

/** The one error class. Anything else that is thrown is a bug and reaches the error boundary. */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: ErrorCode;
	readonly detail: ErrorDetail;

	constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: { cause?: unknown }) {
		super(`${code} ${JSON.stringify(detail)}`, options);
		this.code = code;
		this.detail = detail;
	}
}

/** True for the rejection of work that was cancelled, which is not an error. */
export function isCancelled(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
