import type { JobContext } from '../../domain/job';
import type { Taxonomy } from '../../domain/taxonomy';
import { encodeEmbeddingRows } from '../../formats/embeddingRows';
import { encodePhotoMatrix } from '../../formats/photoMatrixFile';
import { candidatesOf, noSense, partLinks } from '../../maths/zeroShot/candidates';
import { categoryKeys, keyTexts, keyVector } from '../../maths/zeroShot/categoryKeys';
import { categoryTree } from '../../maths/zeroShot/categoryTree';
import { photoMatrix } from '../../maths/zeroShot/photoMatrix';
import { chooseSenses } from '../../maths/zeroShot/senseChoice';
import { putTaxonomy } from '../../storage/taxonomies';
import { breathe } from '../heads/batches';
import type { Knowledge } from './knowledge';

/**
 * Everything that must be embedded before a list of the user's can be used: its names, their parts, and the
 * glosses of what these may mean. Each once.
 */
export async function ownTaxonomyTexts(
	{ categories }: Taxonomy,
	{ lexicon, senseTexts }: Knowledge,
): Promise<string[]> {
	const keys = categoryKeys(categories);
	const texts = await senseTexts();
	const glosses = partLinks(keys, lexicon).flatMap(({ senses }) =>
		senses.map((sense) => texts[sense] as string),
	);
	return [...new Set([...keys.keys.flatMap(keyTexts), ...glosses])];
}

/**
 * Makes of a list what is prepared for Google's and Shopify's, and stores it.
 * @param vectors `[texts, d]` of length 1
 */
export async function buildOwnTaxonomy(
	{ taxonomy, texts, vectors }: { taxonomy: Taxonomy; texts: string[]; vectors: Float32Array },
	{ lexicon, labels, senseTexts }: Knowledge,
	job: JobContext,
): Promise<void> {
	const { categories } = taxonomy;
	const dimensions = vectors.length / texts.length;
	const rows = new Map(texts.map((text, row) => [text, row]));
	const embedding = (text: string): Float32Array => {
		const row = rows.get(text);
		if (row === undefined) throw new RangeError(`not embedded: ${text}`);
		return vectors.subarray(row * dimensions, (row + 1) * dimensions);
	};
	const sensesInWords = await senseTexts();
	const gloss = (sense: number): Float32Array => embedding(sensesInWords[sense] as string);
	const tree = categoryTree(categories);
	const keys = categoryKeys(categories);
	const ownVectors = keys.keys.map((key) => {
		const [asWritten, singular] = keyTexts(key);
		return keyVector(embedding(asWritten), embedding(singular));
	});
	const packed = new Float32Array(ownVectors.length * dimensions);
	for (const [row, vector] of ownVectors.entries()) packed.set(vector, row * dimensions);
	const links = partLinks(keys, lexicon);
	const senses = chooseSenses(tree, keys, packed, dimensions, links, lexicon, gloss);
	const partGlosses = new Float32Array(senses.length * dimensions);
	for (const [part, sense] of senses.entries())
		partGlosses.set(
			sense === noSense ? (ownVectors[keys.partRow[part] as number] as Float32Array) : gloss(sense),
			part * dimensions,
		);
	const matrix = await photoMatrix(
		candidatesOf(categories, packed, senses, lexicon),
		lexicon,
		await labels(),
		partGlosses,
		async (done, total) => {
			await breathe(job.signal);
			job.report({ step: 'relate-photos', done, total });
		},
	);
	await putTaxonomy({
		id: taxonomy.id,
		taxonomy,
		addedAt: Date.now(),
		vectors: encodeEmbeddingRows(ownVectors),
		senses,
		photoMatrix: encodePhotoMatrix(matrix),
	});
}
