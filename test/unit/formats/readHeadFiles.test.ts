import { describe, expect, it } from 'vitest';
import { readHeadFiles } from '../../../src/formats/readHeadFiles';
import { zipOf } from '../../../src/formats/zipWriter';

const { signal } = new AbortController();

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function zip(names: string[]): Promise<File> {
	return new File([await zipOf(names.map((name) => ({ name, bytes: bytes('{}') })))], 'head.zip');
}

async function cutShort(): Promise<File> {
	const whole = await zip(['model.json', 'weights.bin']);
	return new File([whole.slice(0, whole.size - 30)], 'head.zip');
}

describe('files without a head in them', () => {
	it.each([
		['a photo', 'head-file-unknown', async () => [new File(['x'], 'a.png')]],
		[
			'photos of one name in several folders',
			'head-file-unknown',
			async () => [await zip(['a/1.jpg', 'b/1.jpg'])],
		],
		[
			'more photos than a head has files',
			'head-file-unknown',
			async () => [await zip(Array.from({ length: 1001 }, (_, at) => `${at}.jpg`))],
		],
		['a zip that is none', 'head-file-zip', async () => [new File(['x'], 'head.zip')]],
		['a zip that was cut short', 'head-file-zip', async () => [await cutShort()]],
		['two models', 'head-file-damaged', async () => [await zip(['a/model.json', 'b/model.json'])]],
		[
			'two ONNX files',
			'head-file-damaged',
			async () => [new File(['x'], 'a.onnx'), new File(['y'], 'b.onnx')],
		],
	])('are told from one: %s', async (_, code, files) => {
		const given = await files();
		await expect(readHeadFiles(given, signal)).rejects.toMatchObject({
			code,
			detail: { file: given[0]?.name },
		});
	});
});
