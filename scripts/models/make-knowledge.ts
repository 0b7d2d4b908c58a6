import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnowledgeEntry } from '../../src/domain/models';
import type { Taxonomy } from '../../src/domain/taxonomy';
import { encodeEmbeddingRows } from '../../src/formats/embeddingRows';
import { asLines, writeLexicon, writeWordCounts } from '../../src/formats/lexiconText';
import { encodePhotoMatrix } from '../../src/formats/photoMatrixFile';
import { parseTaxonomyText } from '../../src/formats/taxonomyText';
import { candidatesOf, noSense, partLinks } from '../../src/maths/zeroShot/candidates';
import { categoryKeys, keyTexts, keyVector } from '../../src/maths/zeroShot/categoryKeys';
import { categoryTree } from '../../src/maths/zeroShot/categoryTree';
import { Lexicon } from '../../src/maths/zeroShot/lexicon';
import { type LabelKnowledge, photoMatrix } from '../../src/maths/zeroShot/photoMatrix';
import { chooseSenses } from '../../src/maths/zeroShot/senseChoice';
import { tokens } from '../../src/maths/zeroShot/wordForms';
import { download } from './download';
import { embedTexts } from './embedTexts';
import { describeFiles } from './fileChecks';
import { type Labels, labelTexts, labelVectors, mean, senseText } from './labelVectors';
import { makeLexicon } from './lexicon';
import { readEntries, writeManifest } from './manifestFile';
import { classSynsets, imageNetClasses } from './photoClasses';
import { cacheFolder, modelsRoot } from './places';
import { stepsOn } from './progress';
import { taxonomies as recipes } from './recipes';
import { sources } from './sources';
import { readWordNet } from './wordnet';
import { taxonomyEntry } from './writeManifestRun';

/*
 * `npm run models:knowledge`: for maintainers, after a taxonomy, the text encoder, WordNet or what is
 * embedded has changed. Makes public/models/knowledge/ and the senses and photo matrices of the taxonomies,
 * and describes them in models.json; all of it is committed. Some 40,000 texts are embedded in a browser,
 * which takes minutes the first time; what has been embedded is kept in node_modules/.cache.
 */

const steps = stepsOn(process.stderr);
const before = await readEntries(modelsRoot);
const encoder = before.find((entry) => entry.kind === 'text-encoder');
if (!encoder)
	throw new Error('models.json describes no text encoder: npm run models -- --write-manifest');
const { dimensions } = encoder;

// What words mean.
const wordnetFolder = await download(sources.wordnet, cacheFolder, steps);
const wordnet = await readWordNet(join(wordnetFolder, 'dict'));
const classesFolder = await download(sources.classes, cacheFolder, steps);
const classes = imageNetClasses(classesFolder);
await rm(wordnetFolder, { recursive: true });
await rm(classesFolder, { recursive: true });
const classOffsets = classSynsets(classes, wordnet);
const { data, glosses, senseOf } = makeLexicon(wordnet, classOffsets);
const lexicon = new Lexicon(data);
const labels: Labels = { classes, senses: classOffsets.map(senseOf), lexicon: data, glosses };
const glossOf = (sense: number): string => senseText(data, glosses, sense);

// Everything that must be embedded.
const taxonomies = await Promise.all(recipes.map(({ id }) => readTaxonomy(id)));
const keys = [
	...new Set(taxonomies.flatMap(({ categories }) => categoryKeys(categories).keys)),
].sort();
/** What glosses look like in general: every seventh. */
const someGlosses = data.names.flatMap((_, sense) => (sense % 7 === 0 ? glossOf(sense) : []));
const candidateGlosses = taxonomies.flatMap(({ categories }) =>
	partLinks(categoryKeys(categories), lexicon).flatMap(({ senses }) => senses.map(glossOf)),
);
const embedding = await embedTexts(
	encoder,
	[...keys.flatMap(keyTexts), ...candidateGlosses, ...labelTexts(labels), ...someGlosses],
	steps,
);
const vectorOf = (key: string): Float32Array => {
	const [asWritten, singular] = keyTexts(key);
	return keyVector(embedding(asWritten), embedding(singular));
};

const google = taxonomies[0] as Taxonomy;
const knowledge: LabelKnowledge = {
	...labelVectors(labels, embedding),
	senses: Uint16Array.from(labels.senses),
	meanName: mean(google.categories.map(({ name }) => embedding(name.toLowerCase()))),
	meanGloss: mean(someGlosses.map(embedding)),
};
const counts = new Map<string, number>();
for (const { name } of google.categories)
	for (const word of new Set(tokens(name))) counts.set(word, (counts.get(word) ?? 0) + 1);

// The files.
const texts = writeLexicon(data, glosses);
await mkdir(join(modelsRoot, 'knowledge'), { recursive: true });
const files = {
	notice: await write('knowledge/WORDNET-LICENCE.txt', wordnet.notice),
	lexicon: {
		senses: await write('knowledge/senses.txt', texts.senses),
		lemmas: await write('knowledge/lemmas.txt', texts.lemmas),
		glosses: await write('knowledge/glosses.txt', texts.glosses),
	},
	wordCounts: await write('knowledge/wordCounts.txt', writeWordCounts(counts)),
	phrases: {
		keys: await write('knowledge/phrases.txt', asLines(keys)),
		vectors: await write('knowledge/phrases.bin', encodeEmbeddingRows(keys.map(vectorOf))),
	},
	labels: {
		senses: await write('knowledge/labels.senses.bin', bytesOf(knowledge.senses)),
		names: await write('knowledge/labels.names.bin', encodeEmbeddingRows(rowsOf(knowledge.names))),
		glosses: await write(
			'knowledge/labels.glosses.bin',
			encodeEmbeddingRows(rowsOf(knowledge.glosses)),
		),
		means: await write(
			'knowledge/means.f32',
			Buffer.concat([bytesOf(knowledge.meanName), bytesOf(knowledge.meanGloss)]),
		),
	},
};
const entry: KnowledgeEntry = {
	kind: 'knowledge',
	id: 'knowledge',
	name: 'WordNet nouns and embedded category names',
	source: {
		package: sources.wordnet.package,
		version: sources.wordnet.version,
		integrity: sources.wordnet.integrity,
	},
	licence: 'Princeton WordNet licence (nouns), Apache-2.0 (class names, embeddings), MIT (package)',
	committed: true,
	encoder: encoder.id,
	wordCountNames: google.categories.length,
	...files,
	files: await describeFiles(modelsRoot, [
		files.notice,
		...Object.values(files.lexicon),
		files.wordCounts,
		...Object.values(files.phrases),
		...Object.values(files.labels),
	]),
};
for (const taxonomy of taxonomies) await prepareTaxonomy(taxonomy);
const described = await Promise.all(recipes.map((recipe) => taxonomyEntry(modelsRoot, recipe)));
const replaced = new Set([...described, entry].map(({ id }) => id));
await writeManifest(modelsRoot, {
	version: 1,
	models: [...before.filter(({ id }) => !replaced.has(id)), ...described, entry],
});

/** Writes what each part of its names means, and which categories each class of photos may belong to. */
async function prepareTaxonomy({ id, categories }: Taxonomy): Promise<void> {
	const tree = categoryTree(categories);
	const texts = categoryKeys(categories);
	const vectors = new Float32Array(texts.keys.length * dimensions);
	for (const [row, key] of texts.keys.entries()) vectors.set(vectorOf(key), row * dimensions);
	const links = partLinks(texts, lexicon);
	const gloss = (sense: number): Float32Array => embedding(glossOf(sense));
	const senses = chooseSenses(tree, texts, vectors, dimensions, links, lexicon, gloss);
	const partGlosses = new Float32Array(senses.length * dimensions);
	for (const [part, sense] of senses.entries()) {
		const key = texts.keys[texts.partRow[part] as number] as string;
		partGlosses.set(sense === noSense ? vectorOf(key) : gloss(sense), part * dimensions);
	}
	steps.start(`Relating photos to ${id}`, classes.length, 'classes');
	let shown = 0;
	const matrix = await photoMatrix(
		candidatesOf(categories, vectors, senses, lexicon),
		lexicon,
		knowledge,
		partGlosses,
		(done) => {
			steps.advance(done - shown);
			shown = done;
		},
	);
	steps.end();
	await write(`taxonomies/${id}.senses.bin`, bytesOf(senses));
	await write(`taxonomies/${id}.photo.bin`, encodePhotoMatrix(matrix));
}

async function readTaxonomy(id: string): Promise<Taxonomy> {
	const text = await readFile(join(modelsRoot, `taxonomies/${id}.txt`), 'utf8');
	return parseTaxonomyText(text, { id, name: id });
}

async function write(path: string, content: string | Uint8Array): Promise<string> {
	await writeFile(join(modelsRoot, path), content);
	return path;
}

function rowsOf(packed: Float32Array): Float32Array[] {
	return Array.from({ length: packed.length / dimensions }, (_, row) =>
		packed.subarray(row * dimensions, (row + 1) * dimensions),
	);
}

/** Little-endian, as every machine that runs this is. */
function bytesOf(values: Uint16Array | Float32Array): Uint8Array {
	return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
