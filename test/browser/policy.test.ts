import { expect, it } from 'vitest';
import { whatIsAllowed } from './tryPolicy';

/** Without these two, the tests of this folder would say nothing about what the policy refuses. */
it('workers of these tests are held to the policy, WASM alone is let through', async () => {
	const worker = new Worker(new URL('./tryPolicy.worker.ts', import.meta.url), { type: 'module' });
	const allowed = await new Promise((resolve) => {
		worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
	});
	worker.terminate();
	expect(allowed).toEqual(['WASM']);
});

it('so is the page that they run in', async () => {
	expect(await whatIsAllowed()).toEqual(['WASM']);
});
