import { fileTypeFromBuffer } from 'file-type';
import type { ErrorCode } from '../domain/errors';
import type { Problem } from '../domain/product';
import { isPictureName, isPlainTextName, isTableName, isZipName } from './fileNames';
import { looksLikeProductTable } from './productTable';

/** What a file is, by its bytes. The name only decides where bytes cannot: text, and nothing at all. */
export type Sniffed =
	| { kind: 'photo'; type: string }
	| { kind: 'zip' }
	| { kind: 'table' }
	| { kind: 'problem'; problem: Problem };

/** How many bytes from the beginning of a file are enough. */
export const sniffedBytes = 16_384;

/** Pictures that at least one browser decodes: worth keeping and trying. */
const pictures = new Set([
	'image/jpeg',
	'image/png',
	'image/apng',
	'image/gif',
	'image/webp',
	'image/avif',
	'image/bmp',
	'image/x-icon',
	'image/heic',
	'image/heif',
	'image/heic-sequence',
	'image/heif-sequence',
	'image/tiff',
	'image/jxl',
]);

/** @param head the first `sniffedBytes` of the file, or all of it */
export async function sniff(head: Uint8Array<ArrayBuffer>, path: string): Promise<Sniffed> {
	const problem = (code: ErrorCode, detail = {}): Sniffed => ({
		kind: 'problem',
		problem: { code, detail: { file: path, ...detail } },
	});
	if (head.length === 0) {
		if (isTableName(path)) return problem('csv-empty');
		if (isZipName(path)) return problem('zip-damaged');
		return problem(isPictureName(path) ? 'photo-empty' : 'file-unsupported');
	}
	const type = (await fileTypeFromBuffer(head))?.mime ?? '';
	if (pictures.has(type)) return { kind: 'photo', type };
	if (type === 'application/zip') return { kind: 'zip' };
	if (isSvg(head)) return problem('photo-svg');
	if (type.startsWith('image/')) return problem('photo-not-decodable', { type });
	const isText = isTextual(head);
	if (isTableName(path) && isText) return { kind: 'table' };
	if (isPlainTextName(path) && isText && looksLikeProductTable(head)) return { kind: 'table' };
	if (isZipName(path)) return problem('zip-damaged');
	return problem(isPictureName(path) ? 'photo-not-a-picture' : 'file-unsupported', { type });
}

function isSvg(head: Uint8Array): boolean {
	return /<svg[\s>]/i.test(new TextDecoder().decode(head.subarray(0, 4096)));
}

/** Text has no control characters; UTF-16 has zeros, but then every other byte is one or it begins with a mark. */
function isTextual(head: Uint8Array): boolean {
	if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
	const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
	const zeros = head.filter((byte) => byte === 0).length;
	return odd === 0 || (odd === zeros && zeros > head.length * 0.3);
}
