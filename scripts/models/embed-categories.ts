import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelsManifest, TaxonomyEntry, TextEncoderEntry } from '../../src/domain/models';
import { decodeEmbeddingRows, encodeEmbeddingRows } from '../../src/formats/embeddingRows';
import { parseTaxonomyText } from '../../src/formats/taxonomyText';
import { categoryTexts } from '../../src/maths/categoryTexts';
import { embedInBrowser } from './embedInBrowser';
import { describeFiles } from './fileChecks';
import { readManifest, writeManifest } from './manifestFile';
import { cosine } from './measure';
import { modelsRoot } from './places';
import { type Steps, stepsOn } from './progress';

/*
 * `npm run models:categories`: for maintainers, after a taxonomy, the text encoder or the choice of texts
 * has changed. Takes minutes; its result is committed. `-- --of name,path --taxonomies google,shopify`
 */

type Of = TaxonomyEntry['embeddings'][number]['of'];
const known: Of[] = ['name', 'path'];

const { values } = parseArgs({
	options: {
		of: { type: 'string', default: known.join() },
		taxonomies: { type: 'string', default: 'google,shopify' },
	},
});
const wanted = known.filter((of) => values.of.split(',').includes(of));
const steps = stepsOn(process.stderr);

let manifest = await readManifest(modelsRoot);
for (const id of values.taxonomies.split(',')) {
	const entry = manifest.models.find((model) => model.id === id);
	if (entry?.kind !== 'taxonomy') throw new Error(`models.json describes no taxonomy ${id}`);
	const updated = await embedTaxonomy(entry, encoderOf(manifest, entry), steps);
	manifest = {
		...manifest,
		models: manifest.models.map((model) => (model.id === id ? updated : model)),
	};
	await writeManifest(modelsRoot, manifest);
}

function encoderOf({ models }: ModelsManifest, { encoder }: TaxonomyEntry): TextEncoderEntry {
	const entry = models.find(({ id }) => id === encoder);
	if (entry?.kind !== 'text-encoder') throw new Error(`models.json has no encoder ${encoder}`);
	return entry;
}

async function embedTaxonomy(
	entry: TaxonomyEntry,
	encoder: TextEncoderEntry,
	progress: Steps,
): Promise<TaxonomyEntry> {
	const taxonomy = parseTaxonomyText(await readFile(join(modelsRoot, entry.text), 'utf8'), entry);
	const all = taxonomy.categories.map((_, i) => categoryTexts(taxonomy, i));
	const embeddings: TaxonomyEntry['embeddings'] = [];
	for (const of of wanted) {
		const texts = [...new Set(all.map((variants) => variants[known.indexOf(of)] ?? ''))];
		progress.start(`Embedding each ${of} of ${entry.id}`, texts.length, 'texts');
		const vectors = await embedInBrowser(encoder, texts, (count) => progress.advance(count));
		progress.end();
		const encoded = encodeEmbeddingRows(vectors);
		const file = `taxonomies/${entry.id}.${of}.bin`;
		await writeFile(join(modelsRoot, file), encoded);
		embeddings.push({ of, file, rows: texts.length });
		console.log(
			`${file}: ${texts.length} rows, ${encoded.length} bytes, ${loss(vectors, encoded)}`,
		);
	}
	const files = [entry.text, ...embeddings.map(({ file }) => file)];
	return { ...entry, embeddings, files: await describeFiles(modelsRoot, files) };
}

/** What 8 bits cost, in words. */
function loss(vectors: Float32Array[], encoded: Uint8Array<ArrayBuffer>): string {
	const dimensions = vectors[0]?.length ?? 1;
	const decoded = decodeEmbeddingRows(encoded, dimensions);
	const cosines = vectors.map((vector, i) =>
		cosine(vector, decoded.subarray(i * dimensions, (i + 1) * dimensions)),
	);
	const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
	return `cosine to float32 ${mean.toFixed(6)} on average, ${Math.min(...cosines).toFixed(6)} at worst`;
}
