import { describe, expect, it } from 'vitest';
import type { ModelsManifest } from '../../../src/domain/models';
import type { KeptFile } from '../../../src/domain/offline';
import { offlineParts, partStatuses } from '../../../src/jobs/offlineParts';

const file = (path: string, bytes: number): KeptFile => ({ path, bytes, sha256: '0'.repeat(64) });
const build = [file('index.html', 1), file('assets/ort.wasm', 10), file('assets/a.js', 2)];
const model = (id: string, files: KeptFile[]) => ({ kind: 'backbone', id, name: id, files });
const manifest = {
	version: 1,
	models: [
		model('small', [file('small/w.bin', 100), file('shared.png', 5)]),
		model('large', [file('large/w.bin', 1000), file('shared.png', 5)]),
	],
} as unknown as ModelsManifest;

describe('what is kept for offline', () => {
	const parts = offlineParts(build, manifest);

	it('is the app, what it runs on, and each model; a shared file counts once', () => {
		expect(parts.map(({ id, files }) => [id, ...files.map(({ path }) => path)])).toEqual([
			['app', 'index.html', 'assets/a.js'],
			['wasm', 'assets/ort.wasm'],
			['small', 'models/small/w.bin', 'models/shared.png'],
			['large', 'models/large/w.bin'],
		]);
	});

	it('counts only what is there and right, and names what is wrong', () => {
		const states = ['kept', 'missing', 'kept', 'damaged', 'kept', 'kept'] as const;
		const found = partStatuses(parts, states);
		expect(found.map(({ id, bytes, keptBytes }) => [id, bytes, keptBytes])).toEqual([
			['app', 3, 1],
			['wasm', 10, 10],
			['small', 105, 5],
			['large', 1000, 1000],
		]);
		expect(found.flatMap(({ damaged }) => damaged)).toEqual(['models/small/w.bin']);
	});
});
