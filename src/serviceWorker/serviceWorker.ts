import { AppError } from '../domain/errors';
import { serve } from '../workers/rpc';
import type { InstallFailure, ServiceWorkerContract } from '../workers/serviceWorker.contract';
import { askedPath, asksPastStored } from './asked';
import { withSiteHeaders } from './headers';
import {
	buildFiles,
	forgetOthers,
	mayBeOwn,
	ownFile,
	stored,
	storeIfIntact,
	storeShell,
} from './ownFiles';
import { type FetchEvent, scope } from './scope';

/*
 * Serves the app from the browser's cache, with the headers that isolation and the Content-Security-Policy
 * want. A version is installed whole or not at all, and waits until the user agrees to it.
 */

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) =>
	event.waitUntil(scope.clients.claim().then(forgetOthers)),
);
scope.addEventListener('message', (event) => {
	const [port] = event.ports;
	if (port) serve<ServiceWorkerContract>(contract, port);
});
scope.addEventListener('fetch', (event) => {
	const path = askedPath(event.request, scope.registration.scope);
	if (path !== null && mayBeOwn(path)) event.respondWith(answer(path, event));
});

const contract: ServiceWorkerContract = {
	buildFiles: async () => buildFiles,
	takeOver: () => scope.skipWaiting(),
};

async function install(): Promise<void> {
	try {
		await storeShell();
	} catch (error) {
		if (error instanceof AppError) {
			const { code, detail } = error;
			const failure: InstallFailure = { kind: 'install-failed', problem: { code, detail } };
			for (const client of await scope.clients.matchAll({ includeUncontrolled: true }))
				client.postMessage(failure);
		}
		throw error;
	}
}

async function answer(path: string, event: FetchEvent): Promise<Response> {
	const { request } = event;
	const file = await ownFile(path);
	if (!file) return fetch(request);
	const kept = asksPastStored(request) ? undefined : await stored(file);
	if (kept) return withSiteHeaders(path, kept);
	const response = await fetch(request);
	if (response.ok) event.waitUntil(storeIfIntact(file, response.clone()));
	return withSiteHeaders(path, response);
}
