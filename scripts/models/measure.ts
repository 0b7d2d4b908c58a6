import { join } from 'node:path';
import type { BackboneEntry } from '../../src/domain/models';
import { cosine } from '../../src/maths/cosine';
import { type BackboneRecipe, originalNetwork } from './backbones';
import type { Steps } from './progress';
import { loadFiles, loadPlain, run, startTensorflow } from './runNetwork';
import { photoPixels, samplePhotos } from './samplePixels';

type Quantisation = BackboneEntry['quantisation'];

/**
 * What storing the weights in fewer bits did to the embeddings: the shipped files, loaded by plain TF.js,
 * against the network as it came, over the sample photos.
 * @param root `public/models`, with the sample catalogue and the backbone made
 */
export async function measureQuantisation(
	recipe: BackboneRecipe,
	unpacked: string,
	root: string,
	steps: Steps,
): Promise<Quantisation> {
	await startTensorflow();
	const photos = await samplePhotos(root);
	const original = await loadPlain(await originalNetwork(recipe, unpacked));
	const shipped = await loadFiles(join(root, recipe.id, 'model.json'));
	const cosines: number[] = [];
	steps.start(`Measuring ${recipe.name}`, photos.length, 'photos');
	for (const photo of photos) {
		const pixels = await photoPixels(photo, recipe.preprocessing.size);
		const [expected] = await run(original, pixels, recipe.preprocessing);
		const [found] = await run(shipped, pixels, recipe.preprocessing);
		if (expected && found) cosines.push(cosine(expected, found));
		steps.advance(1);
	}
	steps.end();
	original.dispose();
	shipped.dispose();
	const sum = cosines.reduce((total, value) => total + value, 0);
	return {
		weights: recipe.weights,
		cosineMean: rounded(sum / cosines.length),
		cosineWorst: rounded(Math.min(...cosines)),
		photos: cosines.length,
	};
}

/** Five digits: more would differ between processors. */
function rounded(value: number): number {
	return Math.round(value * 1e5) / 1e5;
}
