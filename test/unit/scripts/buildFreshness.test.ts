import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildFresh } from '../../../scripts/buildFreshness';

let root = '';
const second = (n: number): Date => new Date(1_700_000_000_000 + n * 1000);

async function write(path: string, at: number): Promise<void> {
	await writeFile(join(root, path), path);
	await utimes(join(root, path), second(at), second(at));
}

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'aisle-'));
	await mkdir(join(root, 'src/ui'), { recursive: true });
	await mkdir(join(root, 'dist'));
	await write('src/ui/App.tsx', 1);
	await write('package.json', 1);
	for (const folder of ['src/ui', 'src']) await utimes(join(root, folder), second(1), second(1));
	await write('dist/index.html', 5);
});
afterEach(() => rm(root, { recursive: true }));

it('is fresh when nothing changed since', async () => {
	expect(await isBuildFresh(root)).toBe(true);
});

it('is not when there is none', async () => {
	await rm(join(root, 'dist/index.html'));
	expect(await isBuildFresh(root)).toBe(false);
});

it('is not when a file changed', async () => {
	await write('src/ui/App.tsx', 9);
	expect(await isBuildFresh(root)).toBe(false);
});

it('is not when a file was deleted', async () => {
	await rm(join(root, 'src/ui/App.tsx'));
	expect(await isBuildFresh(root)).toBe(false);
});
