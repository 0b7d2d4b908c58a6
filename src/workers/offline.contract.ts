import type { KeptFile, KeptState } from '../domain/offline';
import type { Problem } from '../domain/product';
import type { Method } from './rpc';

interface KeptInput {
	/** The app's absolute URL. */
	base: string;
	files: KeptFile[];
}

export type OfflineContract = {
	/** Reads every file from the browser's cache and holds it against its SHA-256. In the order of `files`. */
	check: Method<KeptInput, KeptState[]>;
	/**
	 * Downloads what is missing or damaged, each file checked before it is stored. What is done stays after a
	 * cancel. Progress in bytes. Rejects `storage-full`, `storage-unavailable`.
	 * @returns why files could not be had: the network is off, or the host answers with something else
	 */
	keep: Method<KeptInput, Problem[]>;
};
