import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findBrowser, NoBrowser } from '../../../scripts/setup-browser';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'aisle-'));
	vi.stubEnv('PATH', folder);
	vi.stubEnv('AISLE_BROWSER', '');
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

async function program(name: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, '');
	await chmod(path, 0o755);
	return path;
}

it('takes the one it is told before any other', async () => {
	await program('chromium');
	const mine = await program('my-chromium');
	vi.stubEnv('AISLE_BROWSER', mine);
	expect(findBrowser()).toEqual({ executablePath: mine });
});

it('does not quietly take another when that one is not there', async () => {
	await program('chromium');
	vi.stubEnv('AISLE_BROWSER', '/nowhere/chrome');
	expect(findBrowser).toThrow(NoBrowser);
	expect(findBrowser).toThrow('/nowhere/chrome');
});

it('takes Chromium from the path before Chrome', async () => {
	await program('google-chrome');
	const chromium = await program('chromium');
	expect(findBrowser()).toEqual({ executablePath: chromium });
});

it('does not take what cannot be run', async () => {
	const path = join(folder, 'chromium');
	await writeFile(path, '', { mode: 0o644 });
	const chrome = await program('google-chrome');
	expect(findBrowser()).toEqual({ executablePath: chrome });
});
