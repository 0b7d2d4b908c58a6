import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextEncoderEntry } from '../../src/domain/models';
import { titleStamp } from '../../src/maths/stamps';
import { embedInBrowser } from './embedInBrowser';
import { cacheFolder } from './places';
import type { Steps } from './progress';

/** Texts between two writes to the disk: a run that was stopped loses no more. */
const textsPerWrite = 4096;

/**
 * Embeds texts with the app's own encoder in a browser, and keeps what it embedded on disk: a text takes
 * about 5 ms, and there are tens of thousands.
 * @returns the vector of each text, of length 1
 */
export async function embedTexts(
	encoder: TextEncoderEntry,
	texts: Iterable<string>,
	steps: Steps,
): Promise<(text: string) => Float32Array> {
	const { dimensions } = encoder;
	const folder = join(cacheFolder, 'texts');
	const base = join(folder, titleStamp(encoder).weights);
	await mkdir(folder, { recursive: true });
	const rows = new Map<string, Float32Array>();
	const known = JSON.parse(await readFile(`${base}.json`, 'utf8').catch(() => '[]')) as string[];
	if (known.length > 0) {
		const bytes = await readFile(`${base}.f32`);
		const values = new Float32Array(
			bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
		);
		for (const [row, text] of known.entries())
			rows.set(text, values.subarray(row * dimensions, (row + 1) * dimensions));
	}
	const missing = [...new Set(texts)].filter((text) => !rows.has(text));
	if (missing.length > 0) {
		steps.start('Embedding', missing.length, 'texts');
		for (let start = 0; start < missing.length; start += textsPerWrite) {
			const some = missing.slice(start, start + textsPerWrite);
			const vectors = await embedInBrowser(encoder, some, (count) => steps.advance(count));
			for (const [i, text] of some.entries()) rows.set(text, vectors[i] as Float32Array);
			const all = new Float32Array(rows.size * dimensions);
			for (const [i, vector] of [...rows.values()].entries()) all.set(vector, i * dimensions);
			await writeFile(`${base}.f32`, all);
			await writeFile(`${base}.json`, JSON.stringify([...rows.keys()]));
		}
		steps.end();
	}
	return (text) => {
		const row = rows.get(text);
		if (!row) throw new Error(`not embedded: ${text}`);
		return row;
	};
}
