import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFiles, filesBelow } from '../../../scripts/models/fileChecks';
import { type Making, makeMissing } from '../../../scripts/models/makeMissing';
import { PrepareError } from '../../../scripts/models/prepareError';
import { makeWholeFolder, removeUnfinished } from '../../../scripts/models/wholeFolder';
import type { ModelsManifest } from '../../../src/domain/models';

const source = { package: 'weights', version: '1.0.0', integrity: 'sha512-x', bytes: 1 };

let root = '';
let makings = 0;

async function make(_: string, folder: string): Promise<void> {
	makings += 1;
	await mkdir(join(folder, 'onnx'), { recursive: true });
	await writeFile(join(folder, 'config.json'), '{}');
	await writeFile(join(folder, 'onnx/model.onnx'), 'weights');
}

function making(changes: Partial<Making> = {}): Making {
	return {
		root,
		recipes: [{ id: 'encoder', source, make }],
		unpack: () => mkdtemp(join(root, 'unpacked-')),
		onMade: async () => {},
		...changes,
	};
}

async function manifestOf(committed: string[] = []): Promise<ModelsManifest> {
	await make('', join(root, 'encoder'));
	const files = await describeFiles(root, [...(await filesBelow(root, 'encoder')), ...committed]);
	await rm(join(root, 'encoder'), { recursive: true });
	makings = 0;
	const { bytes: _, ...from } = source;
	const entry = {
		kind: 'text-encoder',
		id: 'encoder',
		name: 'Encoder',
		source: from,
		licence: 'MIT',
		committed: false,
		files,
		folder: 'encoder',
		dimensions: 384,
		dtype: 'q8',
		maximumTokens: 512,
	} as const;
	return { version: 1, models: [entry] };
}

const contents = (): Promise<string[]> => readdir(root).then((names) => names.sort());

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'aisle-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('models that models.json describes', () => {
	it('are made once', async () => {
		const manifest = await manifestOf();
		expect(await makeMissing(manifest, making())).toEqual(['encoder']);
		expect(await makeMissing(manifest, making())).toEqual([]);
		expect(makings).toBe(1);
		expect(await contents()).toEqual(['encoder']);
	});

	it.each(['config.json', 'onnx/model.onnx'])('are made again when %s is damaged', async (file) => {
		const manifest = await manifestOf();
		await makeMissing(manifest, making());
		const path = join(root, 'encoder', file);
		const before = await readFile(path, 'utf8');
		// Same length: only the content tells.
		await writeFile(path, 'x'.repeat(before.length));
		expect(await makeMissing(manifest, making())).toEqual(['encoder']);
		expect(await readFile(path, 'utf8')).toBe(before);
	});

	it('are made again when a file is gone', async () => {
		const manifest = await manifestOf();
		await makeMissing(manifest, making());
		await rm(join(root, 'encoder/config.json'));
		expect(await makeMissing(manifest, making())).toEqual(['encoder']);
	});

	it('leave nothing behind when making them fails', async () => {
		const manifest = await manifestOf();
		const failing = making({
			recipes: [
				{
					id: 'encoder',
					source,
					async make(unpacked, folder) {
						await make(unpacked, folder);
						throw new Error('disk full');
					},
				},
			],
		});
		await expect(makeMissing(manifest, failing)).rejects.toThrow('disk full');
		expect(await contents()).toEqual([]);
	});

	it('stay as they were when what is made is not what it should be', async () => {
		const manifest = await manifestOf();
		const [entry] = manifest.models;
		if (entry?.files[0]) entry.files[0].sha256 = '0'.repeat(64);
		await mkdir(join(root, 'encoder'));
		await writeFile(join(root, 'encoder/old'), 'old');
		await expect(makeMissing(manifest, making())).rejects.toThrow(
			/different from what models.json/,
		);
		expect(await readFile(join(root, 'encoder/old'), 'utf8')).toBe('old');
	});

	it('say which committed file to restore', async () => {
		await writeFile(join(root, 'reference.f32'), 'numbers');
		const manifest = await manifestOf(['reference.f32']);
		await rm(join(root, 'reference.f32'));
		const failure = makeMissing(manifest, making());
		await expect(failure).rejects.toBeInstanceOf(PrepareError);
		await expect(failure).rejects.toThrow('git checkout -- public/models/reference.f32');
	});
});

describe('a run that dies', () => {
	it('has its half-made folder removed by the next, which makes it again', async () => {
		const manifest = await manifestOf();
		const program = `
			import { mkdirSync, writeFileSync } from 'node:fs';
			const folder = ${JSON.stringify(root)} + '/.making-' + process.pid + '-encoder';
			mkdirSync(folder);
			writeFileSync(folder + '/config.json', '{');
			console.log('half');
			setInterval(() => {}, 1000);`;
		const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
		const dead = new Promise((resolve) => child.once('exit', resolve));
		await new Promise((resolve) => child.stdout.once('data', resolve));
		await removeUnfinished(root);
		// Still going: not ours to delete.
		expect(await contents()).toHaveLength(1);
		child.kill('SIGKILL');
		await dead;
		expect(await makeMissing(manifest, making())).toEqual(['encoder']);
		expect(await contents()).toEqual(['encoder']);
	});
});

describe('swapping a folder in', () => {
	it('shows the old one until the new one is complete', async () => {
		const folder = join(root, 'model');
		await makeWholeFolder(folder, (unfinished) => writeFile(join(unfinished, 'a'), '1'));
		await makeWholeFolder(folder, async (unfinished) => {
			await writeFile(join(unfinished, 'b'), '2');
			expect(await readdir(folder)).toEqual(['a']);
		});
		expect(await readdir(folder)).toEqual(['b']);
		expect(await contents()).toEqual(['model']);
	});
});
