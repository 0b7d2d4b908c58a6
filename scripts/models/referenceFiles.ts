import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { BackboneRecipe } from './backbones';
import { loadFiles, run, startTensorflow } from './runNetwork';
import { photoPixels, samplePhotos } from './samplePixels';

const size = 224;

/** Relative to `public/models`. */
export const referencePicture = 'reference/picture.png';

/**
 * Writes the picture that every backend must answer alike, and each backbone's answer. The answer comes
 * from the shipped weights, so that it tests the backend and not the quantisation.
 * @returns by backbone id, the file with its embedding: float32, little-endian
 */
export async function writeReference(
	root: string,
	backbones: BackboneRecipe[],
): Promise<Map<string, string>> {
	const [photo] = await samplePhotos(root);
	if (!photo) throw new Error('no sample photos');
	const pixels = await photoPixels(photo, size);
	await mkdir(join(root, 'reference'), { recursive: true });
	await writeFile(join(root, referencePicture), pngOf(pixels));
	await startTensorflow();
	const answers = new Map<string, string>();
	for (const recipe of backbones) {
		const network = await loadFiles(join(root, recipe.id, 'model.json'));
		const [embedding] = await run(network, pixels, recipe.preprocessing);
		network.dispose();
		if (embedding?.length !== recipe.embedding.dimensions) {
			throw new Error(`${recipe.id} answers with ${embedding?.length} numbers`);
		}
		const path = `reference/${recipe.id}.f32`;
		await writeFile(join(root, path), new Uint8Array(embedding.slice().buffer));
		answers.set(recipe.id, path);
	}
	return answers;
}

/** @param pixels RGB, `[size, size, 3]` */
function pngOf(pixels: Uint8Array): Buffer {
	const png = new PNG({ width: size, height: size, colorType: 2 });
	for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
		png.data.set(pixels.subarray(from, from + 3), to);
		png.data[to + 3] = 255;
	}
	return PNG.sync.write(png, { colorType: 2 });
}
