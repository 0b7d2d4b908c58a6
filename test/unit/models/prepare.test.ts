import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');

/** A checkout in which nothing has been prepared yet. */
async function freshCheckout(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'aisle-'));
	for (const name of ['package.json', 'tsconfig.json', 'scripts', 'src'])
		await cp(join(project, name), join(folder, name), { recursive: true });
	await mkdir(join(folder, 'public/models'), { recursive: true });
	for (const name of ['models.json', 'taxonomies', 'reference']) {
		const path = join('public/models', name);
		await cp(join(project, path), join(folder, path), { recursive: true });
	}
	await mkdir(join(folder, 'node_modules'));
	// All but `.cache`, in which downloads are kept.
	for (const name of await readdir(join(project, 'node_modules')))
		if (!name.startsWith('.'))
			await symlink(join(project, 'node_modules', name), join(folder, 'node_modules', name));
	return folder;
}

it('says in one sentence that there is no network', async () => {
	const folder = await freshCheckout();
	try {
		const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) => {
			execFile(
				process.execPath,
				[join(project, 'node_modules/tsx/dist/cli.mjs'), 'scripts/models/prepare.ts'],
				{
					cwd: folder,
					// Nothing listens on the discard port.
					env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' },
				},
				(error, _, stderr) => done({ code: error?.code, stderr }),
			);
		});
		expect(code).toBe(1);
		const lines = stderr.trim().split('\n');
		expect(lines.at(-1)).toMatch(
			/^No network: .* could not be downloaded from http:\/\/127\.0\.0\.1:9\/ /,
		);
		expect(stderr).not.toContain('    at ');
	} finally {
		await rm(folder, { recursive: true });
	}
}, 30_000);
