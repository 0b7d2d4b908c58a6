import type { PartStatus } from '../domain/offline';
import type { Problem } from '../domain/product';

/**
 * What is known of working without the network.
 * `unsupported`: no service worker here. `starting`: the app itself is being stored, or looked at. `failed`: it
 * could not be stored. `checked`: read from the browser's cache and held against checksums, never remembered.
 */
export type OfflineStatus =
	| { phase: 'unsupported' | 'starting' }
	| { phase: 'failed'; problem: Problem }
	| { phase: 'checked'; parts: PartStatus[] };

export interface OfflineData {
	offline: OfflineStatus;
	/** From the last "keep for offline": files that could not be had, and why. */
	offlineProblems: Problem[];
	/** `waiting`: stored, and takes over when asked. `here`: another tab asked; a reload brings it here too. */
	newVersion: 'none' | 'waiting' | 'here';
}

export interface OfflineActions {
	/** Looks anew at what really lies in the browser's cache. */
	checkOffline(): Promise<void>;
	/** Fetches whatever is missing or damaged. A job of kind `offline`. */
	keepForOffline(): Promise<void>;
	/** Takes the new version over and reloads. Nothing happens while a job runs. */
	useNewVersion(): Promise<void>;
}
