import { describe, expect, it } from 'vitest';
import { askedPath, asksPastStored } from '../../../src/serviceWorker/asked';

const base = 'https://host.example/some/path/';
const asked = (path: string, of: Partial<Parameters<typeof askedPath>[0]> = {}) =>
	askedPath(
		{
			url: new URL(path, base).href,
			method: 'GET',
			mode: 'cors',
			cache: 'default',
			headers: new Headers(),
			...of,
		},
		base,
	);

describe('what a request asks for', () => {
	it('is a path below the app’s address, and its folder is its page', () => {
		expect(asked('assets/a-1.js')).toBe('assets/a-1.js');
		expect(asked('models/a%20b.bin')).toBe('models/a b.bin');
		expect(asked('', { mode: 'navigate' })).toBe('index.html');
		expect(asked('?from=mail', { mode: 'navigate', cache: 'no-cache' })).toBe('index.html');
	});

	it.each([
		['another origin', 'https://other.example/some/path/a.js', {}],
		['another folder of the host', '/some/other/a.js', {}],
		['a piece of a file', 'a.bin', { headers: new Headers({ Range: 'bytes=0-9' }) }],
		['something sent', 'a.js', { method: 'POST' }],
		['the server’s own answer', 'a.js', { cache: 'no-cache' as const }],
		['something with a question', 'a.js?b', {}],
	])('is left to the browser when it is %s', (_, path, of) => {
		expect(asked(path, of)).toBeNull();
	});

	it('goes past what is stored only when the app says so, not when a page is reloaded', () => {
		expect(asksPastStored({ mode: 'cors', cache: 'reload' })).toBe(true);
		expect(asksPastStored({ mode: 'cors', cache: 'default' })).toBe(false);
		expect(asksPastStored({ mode: 'navigate', cache: 'reload' })).toBe(false);
	});
});
