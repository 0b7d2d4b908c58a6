import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { filterCount, importDone, samplePhotos, watchPolicy, withoutPicker } from './aisle';
import { type PlainServer, plainServer } from './plainServer';

const dist = resolve(import.meta.dirname, '../../dist');

/** Largest file that common hosts take. */
const limit = 25_000_000;

/** A host that sends no header of its own, with Aisle under a path of it, and a page that is watched. */
const test = base.extend<{ server: PlainServer; refused: string[] }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from it.
	server: async ({}, use) => {
		const server = await plainServer(dist, '/some/path/');
		await use(server);
		await server.close();
	},
	refused: [
		async ({ page }, use) => {
			const refused: string[] = [];
			await watchPolicy(page, refused);
			await use(refused);
			expect(refused, 'refused by the Content-Security-Policy').toEqual([]);
		},
		{ auto: true },
	],
});

const section = (page: Page) => page.getByRole('region', { name: 'Offline' });

/** @returns how often the page has been loaded, so far and from then on */
async function visit(page: Page, { address }: PlainServer): Promise<() => number> {
	let loads = 0;
	page.on('load', () => {
		loads += 1;
	});
	await page.goto(address);
	// The service worker brings the headers, and the page reloads itself once for them.
	await expect.poll(() => loads, { timeout: 30_000 }).toBe(2);
	expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
	return () => loads;
}

async function keep(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Settings' }).click();
	await section(page).getByRole('button', { name: 'Keep for offline' }).click();
	await expect(section(page).getByText('Ready for offline')).toBeVisible({ timeout: 90_000 });
}

/** Puts a host's index page where a file's content should lie, as a careless cache would have. */
function poison(page: Page, path: string): Promise<void> {
	return page.evaluate(async (wanted) => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const { url } of await cache.keys())
				if (new URL(url).pathname.endsWith(wanted))
					await cache.put(
						url,
						new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
					);
		}
	}, path);
}

test('no file of the build is over 25 MB', async () => {
	const entries = await readdir(dist, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	expect(files.length).toBeGreaterThan(50);
	for (const { parentPath, name } of files) {
		const path = join(parentPath, name);
		expect((await stat(path)).size, path).toBeLessThan(limit);
	}
});

test('kept for offline on a plain host, then imported, sorted, trained and exported with the host gone', async ({
	page,
	server,
}) => {
	await page.addInitScript(withoutPicker);
	const loads = await visit(page, server);
	await keep(page);
	// Once more than asked for, and never again.
	expect(loads()).toBe(2);
	await server.close();
	await expect(fetch(server.address)).rejects.toThrow();

	await page.goto(server.address);
	await page.reload();
	expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await expect.poll(() => filterCount(page, 'All')).toBe(54);
	await importDone(page);
	await expect
		.poll(async () => (await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure')))
		.toBe(54);
	await page.getByRole('gridcell').first().focus();
	await page.keyboard.press('1');
	await expect.poll(() => filterCount(page, 'Done')).toBe(1);
	const table = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export CSV' }).click();
	const rows = (await readFile(await (await table).path(), 'utf8')).trim().split('\n');
	expect(rows).toHaveLength(55);

	await page.getByRole('link', { name: 'Catalogue' }).click();
	await page.getByRole('button', { name: /Use the column “category”/ }).click();
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();
	await page.getByRole('link', { name: 'Train' }).click();
	await page.getByRole('button', { name: 'Train', exact: true }).click();
	await expect(page.getByText(/of 10 test products right/)).toBeVisible({ timeout: 60_000 });

	// Still all there, by what lies in the cache.
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(section(page).getByText('Ready for offline')).toBeVisible();
	const project = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the whole project' }).click();
	expect((await stat(await (await project).path())).size).toBeGreaterThan(1_000_000);
});

test('workers are held to the policy, though a meta tag does not reach them', async ({
	page,
	server,
	refused,
}) => {
	await visit(page, server);
	await expect.poll(() => page.workers().length).toBeGreaterThan(0);
	const tried = await page.workers()[0]?.evaluate(
		() =>
			// Later: what the debugger itself evaluates may do anything.
			new Promise<string[]>((done) => {
				setTimeout(async () => {
					const allowed: string[] = [];
					try {
						new Function('return 1')();
						allowed.push('eval');
					} catch {}
					try {
						await fetch('https://other.example/');
						allowed.push('another origin');
					} catch {}
					try {
						await import(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));
						allowed.push('a script from a blob');
					} catch {}
					await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
					allowed.push('WASM');
					done(allowed);
				});
			}),
	);
	expect(tried).toEqual(['WASM']);
	await expect.poll(() => refused.length).toBe(3);
	expect(refused.join()).toMatch(
		/script-src: eval.*connect-src: https:\/\/other.*script-src-elem: blob/s,
	);
	refused.length = 0;
});

test('a stored file with something else in its place is named and repaired', async ({
	page,
	server,
}) => {
	await visit(page, server);
	await keep(page);
	const path = 'models/resnet50/weights-3-of-7.bin';
	await poison(page, path);
	await section(page).getByRole('button', { name: 'Check again' }).click();
	await expect(section(page).getByText(`not what it should be: ${path}`)).toBeVisible();
	await expect(section(page).getByText('Ready for offline')).toBeHidden();

	// The host itself answers with its index page: nothing of that is stored, and the file is named.
	server.lost.add(path);
	await section(page).getByRole('button', { name: 'Repair' }).click();
	await expect(section(page).getByRole('alert')).toContainText('weights-3-of-7.bin');
	await expect(section(page).getByRole('row', { name: /ResNet-50/ })).toContainText('All but');

	server.lost.clear();
	await section(page).getByRole('button', { name: 'Keep for offline' }).click();
	await expect(section(page).getByText('Ready for offline')).toBeVisible();
});

test('a new version is announced and taken over when asked', async ({ page, server }) => {
	await visit(page, server);
	const script = await readFile(join(dist, 'serviceWorker.js'), 'utf8');
	server.changed.set('serviceWorker.js', `${script}\n// another version`);
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	const use = page.getByRole('button', { name: 'Use the new version' });
	await expect(use).toBeVisible();
	// Not by itself.
	const waiting = () =>
		page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
	expect(await waiting()).toBe(true);
	// Nor from under what is running.
	await page.getByTestId('choose-files').first().setInputFiles(samplePhotos(8));
	await expect(page.getByRole('progressbar')).toBeVisible();
	await expect(use).toBeDisabled();
	await importDone(page);
	await expect(use).toBeEnabled();
	expect(await waiting()).toBe(true);
	const loaded = page.waitForEvent('load');
	await use.click();
	await loaded;
	await expect.poll(() => filterCount(page, 'All')).toBe(8);
	await expect.poll(waiting).toBe(false);
	await expect(use).toBeHidden();
});
