import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ServiceWorkerEvents, serviceWorker } from '../../../src/workers/serviceWorker';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
});

/** A browser whose registration comes to `register()`. */
function browserWith(register: () => Promise<unknown>): void {
	vi.stubEnv('PROD', true);
	const container = Object.assign(new EventTarget(), { controller: null, register });
	vi.stubGlobal('navigator', { serviceWorker: container });
}

const heard = (): ServiceWorkerEvents => ({
	controlled: vi.fn(),
	waiting: vi.fn(),
	replaced: vi.fn(),
	refused: vi.fn(),
	failed: vi.fn(),
});

describe('a browser that keeps nothing', () => {
	it.each([
		['rejects', () => Promise.reject(new DOMException('no', 'SecurityError'))],
		['answers with nothing', () => Promise.resolve(undefined)],
	])('is said so where it %s', async (_, register) => {
		browserWith(register);
		const events = heard();
		serviceWorker('https://host/aisle/')?.start(events);
		await vi.waitFor(() => expect(events.refused).toHaveBeenCalledOnce());
		expect(events.waiting).not.toHaveBeenCalled();
	});

	it('has no service worker to ask where it has none at all', () => {
		vi.stubEnv('PROD', true);
		vi.stubGlobal('navigator', {});
		expect(serviceWorker('https://host/aisle/')).toBeNull();
	});
});
