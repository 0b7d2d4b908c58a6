import { unattended } from '../domain/job';
import type { KeptFile } from '../domain/offline';
import type { Problem } from '../domain/product';
import { connect } from './rpc';
import type { InstallFailure, ServiceWorkerContract } from './serviceWorker.contract';

/** What the page hears of its service worker. */
export interface ServiceWorkerEvents {
	/** It serves this page from now on, for the first time. */
	controlled(): void;
	/** A new version is stored and waits for a word. */
	waiting(): void;
	/** Another version took over, here or in another tab. */
	replaced(): void;
	/** Nothing can be kept here: the host lacks the script, or the browser forbids it. */
	refused(): void;
	/** A version could not be stored; the one before it, if any, stays. */
	failed(problem: Problem): void;
}

/** The service worker as the page sees it. */
export interface ServiceWorkerHandle {
	/** Registers it and looks for a new version now and then. Once. */
	start(events: ServiceWorkerEvents): void;
	/** What the version that serves this page consists of, models aside. Waits until it is installed. */
	buildFiles(): Promise<KeptFile[]>;
	/** Lets the version that waits take over. `replaced` or `controlled` follows. */
	takeOver(): Promise<void>;
}

const hour = 3_600_000; // ms

/**
 * @param base the app's absolute URL
 * @returns `null` where there is none: on the developers' server, and where the browser does not allow it
 */
export function serviceWorker(base: string): ServiceWorkerHandle | null {
	if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null;
	const container = navigator.serviceWorker;

	async function start(events: ServiceWorkerEvents): Promise<void> {
		let before = container.controller;
		container.addEventListener('controllerchange', () => {
			if (before) events.replaced();
			else events.controlled();
			before = container.controller;
		});
		container.addEventListener('message', ({ data }: MessageEvent<InstallFailure>) => {
			if (data.kind === 'install-failed') events.failed(data.problem);
		});
		const registration = await register();
		if (!registration) {
			events.refused();
			return;
		}
		const look = (): void => {
			if (registration.waiting && registration.active) events.waiting();
		};
		const follow = (): void => registration.installing?.addEventListener('statechange', look);
		look();
		follow();
		registration.addEventListener('updatefound', follow);
		// Offline it finds nothing, which is no failure.
		setInterval(() => void registration.update().catch(() => {}), hour);
	}

	/** Where the browser forbids it, some reject and some answer with nothing, whatever the types say. */
	async function register(): Promise<ServiceWorkerRegistration | undefined> {
		const script = new URL('serviceWorker.js', base);
		try {
			return await container.register(script, { scope: base, updateViaCache: 'none' });
		} catch {
			return undefined;
		}
	}

	return {
		start: (events) => void start(events),
		async buildFiles() {
			const { active } = await container.ready;
			return active ? ask(active).buildFiles(null, unattended) : [];
		},
		async takeOver() {
			const waiting = (await container.ready).waiting;
			if (waiting) await ask(waiting).takeOver(null, unattended);
		},
	};
}

function ask(worker: ServiceWorker): ServiceWorkerContract {
	const { port1, port2 } = new MessageChannel();
	worker.postMessage(null, [port2]);
	return connect<ServiceWorkerContract>(port1).remote;
}
