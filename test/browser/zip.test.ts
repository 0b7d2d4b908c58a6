import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors';
import { newZipBudget, type ZippedFile, zipLimits, zippedFiles } from '../../src/formats/zip';
import { claiming, zipOf } from '../fixtures/zips';

const { signal } = new AbortController();

async function code(work: Promise<unknown>): Promise<string> {
	const error: unknown = await work.then(
		() => null,
		(reason) => reason,
	);
	return error instanceof AppError ? error.code : String(error);
}

async function first(zip: Blob, budget = newZipBudget()): Promise<ZippedFile> {
	const [file] = await zippedFiles(zip, budget);
	if (!file) throw new Error('empty zip');
	return file;
}

describe('zippedFiles', () => {
	it('lists and unpacks files, without what operating systems leave', async () => {
		const files = await zippedFiles(
			await zipOf({
				'shoes/red/1.txt': 'one',
				'__MACOSX/shoes/red/._1.txt': 'x',
				'shoes/.DS_Store': 'x',
				'shoes/Thumbs.db': 'x',
				'desktop.ini': 'x',
				'2.txt': 'two',
			}),
			newZipBudget(),
		);
		expect(files.map(({ path }) => path)).toEqual(['shoes/red/1.txt', '2.txt']);
		const texts = await Promise.all(files.map(async (file) => (await file.read(signal)).text()));
		expect(texts).toEqual(['one', 'two']);
	});

	it('reads names in UTF-8 whether or not the zip says so', async () => {
		for (const plainNames of [true, false]) {
			const { path } = await first(await zipOf({ 'größe 图.txt': 'x' }, { plainNames }));
			expect(path).toBe('größe 图.txt');
		}
	});

	it('keeps paths inside', async () => {
		const zip = await zipOf({ 'a/b.txt': 'x' });
		const bytes = new Uint8Array(await zip.arrayBuffer());
		const climbing = new Blob([
			bytes.map((byte, i) => (byte === 97 && bytes[i + 1] === 47 ? 46 : byte)),
		]);
		expect((await first(climbing)).path).toBe('b.txt');
	});

	it('names a damaged zip', async () => {
		const zip = await zipOf({ 'a.txt': 'x'.repeat(1000) });
		expect(await code(zippedFiles(zip.slice(0, zip.size / 2), newZipBudget()))).toBe('zip-damaged');
		const noise = crypto.getRandomValues(new Uint8Array(5000));
		const bytes = new Uint8Array(await (await zipOf({ 'a.bin': noise })).arrayBuffer());
		bytes.fill(0xff, 2500, 2600);
		const file = await first(new Blob([bytes]));
		expect(await code(file.read(signal))).toBe('zip-damaged');
	});

	it('names an encrypted zip', async () => {
		const file = await first(await zipOf({ 'a.txt': 'secret' }, { password: 'p' }));
		expect(await code(file.read(signal))).toBe('zip-encrypted');
	});

	it('refuses a zip that claims to unpack to 10 GB, without unpacking it', async () => {
		const zip = await zipOf({ 'a.txt': 'x', 'b.txt': 'y', 'c.txt': 'z' });
		const claim = await claiming(zip, 3_500_000_000);
		expect(await code(zippedFiles(claim, newZipBudget()))).toBe('zip-too-large');
	});

	it('refuses an entry that claims more than any picture has', async () => {
		const file = await first(await claiming(await zipOf({ 'a.txt': 'x' }), zipLimits.entry + 1));
		expect(await code(file.read(signal))).toBe('zip-too-large');
	});

	it('stops an entry that unpacks to more than it claimed', async () => {
		const bomb = await claiming(await zipOf({ 'a.txt': new Uint8Array(20_000_000) }), 1000);
		const budget = newZipBudget();
		const file = await first(bomb, budget);
		expect(await code(file.read(signal))).toMatch(/zip-(too-large|damaged)/);
		expect(budget.left).toBe(zipLimits.total);
	});

	it('counts what is really unpacked', async () => {
		const budget = { left: 15 };
		const zip = await zipOf({ 'a.txt': '0123456789' });
		const file = await first(zip, budget);
		await file.read(signal);
		expect(await code(file.read(signal))).toBe('zip-too-large');
		expect(await code(zippedFiles(zip, budget))).toBe('zip-too-large');
	});

	it('can be cancelled', async () => {
		const file = await first(await zipOf({ 'a.txt': new Uint8Array(1000) }));
		await expect(file.read(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
	});
});
