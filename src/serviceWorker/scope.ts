/*
 * What this folder uses of a service worker's global scope. The DOM's types, which the rest of the app is
 * written against, leave it out, and TypeScript cannot have both in one project.
 */

export interface ExtendableEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
	request: Request;
	respondWith(response: Promise<Response>): void;
}

interface Events {
	install: ExtendableEvent;
	activate: ExtendableEvent;
	fetch: FetchEvent;
	message: ExtendableEvent & MessageEvent;
}

/** A file of the build, as vite.config.ts has it written into this script. */
export interface BuildEntry {
	url: string;
	/** SHA-256, hex. */
	revision: string;
	bytes: number;
}

export interface ServiceWorkerScope {
	registration: { scope: string };
	clients: {
		claim(): Promise<void>;
		matchAll(options: {
			includeUncontrolled: true;
		}): Promise<{ postMessage(message: unknown): void }[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener<T extends keyof Events>(type: T, listener: (event: Events[T]) => void): void;
	__WB_MANIFEST: BuildEntry[];
}

export const scope = self as unknown as ServiceWorkerScope;

/** Literally so: the build looks for this name and puts the list in its place. */
export const buildEntries = (self as unknown as ServiceWorkerScope).__WB_MANIFEST;
