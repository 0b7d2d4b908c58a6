import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackboneEntry, ModelEntry } from '../../src/domain/models';
import type { BackboneRecipe } from './backbones';
import { describeFiles, filesBelow } from './fileChecks';
import { readEntries, writeManifest } from './manifestFile';
import { measureQuantisation } from './measure';
import type { Steps } from './progress';
import type { Description, Recipe } from './recipe';
import { backbones, folders, sampleCatalogue, taxonomies, textEncoder } from './recipes';
import { referencePicture, writeReference } from './referenceFiles';
import type { Source } from './sources';
import { makeWholeFolder } from './wholeFolder';

type Unpack = (source: Source) => Promise<string>;

/**
 * Makes everything anew, measures it and writes models.json: for maintainers, when a recipe or a package
 * has changed. What `make-knowledge.ts` makes is carried over.
 */
export async function writeManifestRun(root: string, unpack: Unpack, steps: Steps): Promise<void> {
	const before = await readEntries(root);
	const quantisation = new Map<string, BackboneEntry['quantisation']>();
	await mkdir(root, { recursive: true });
	for (const { id, source, make } of folders) {
		const unpacked = await unpack(source);
		await makeWholeFolder(join(root, id), (unfinished) => make(unpacked, unfinished));
		const backbone = backbones.find((candidate) => candidate.id === id);
		if (backbone) {
			quantisation.set(id, await measureQuantisation(backbone, unpacked, root, steps));
		}
		await rm(unpacked, { recursive: true });
	}
	for (const { source, make } of taxonomies) {
		const unpacked = await unpack(source);
		await make(unpacked, join(root, 'taxonomies'));
		await rm(unpacked, { recursive: true });
	}
	const references = await writeReference(root, backbones);
	const models: ModelEntry[] = [];
	for (const backbone of backbones) {
		const measured = quantisation.get(backbone.id);
		const reference = references.get(backbone.id);
		if (!measured || !reference) throw new Error(`${backbone.id} was not measured`);
		models.push(await backboneEntry(root, backbone, measured, reference));
	}
	for (const recipe of [textEncoder, sampleCatalogue]) {
		const files = await filesBelow(root, recipe.id);
		models.push(await entryOf(root, recipe, await recipe.describe(root), files));
	}
	for (const recipe of taxonomies) models.push(await taxonomyEntry(root, recipe));
	const knowledge = before.filter(({ kind }) => kind === 'knowledge');
	await writeManifest(root, { version: 1, models: [...models, ...knowledge] });
}

/** The committed files of a taxonomy, those of make-knowledge.ts among them. */
export async function taxonomyEntry(root: string, recipe: Recipe): Promise<ModelEntry> {
	const description = await recipe.describe(root);
	if (description.kind !== 'taxonomy') throw new Error(`${recipe.id} is no taxonomy`);
	const { text, senses, photoMatrix } = description;
	return entryOf(root, recipe, description, [text, senses, photoMatrix]);
}

async function entryOf(
	root: string,
	{ id, source: { bytes: _, ...source } }: Pick<Recipe, 'id' | 'source'>,
	description: Description,
	files: string[],
): Promise<ModelEntry> {
	return { id, ...description, source, files: await describeFiles(root, files) } as ModelEntry;
}

async function backboneEntry(
	root: string,
	recipe: BackboneRecipe,
	quantisation: BackboneEntry['quantisation'],
	reference: string,
): Promise<ModelEntry> {
	const { id, name, labels, embedding, stages, preprocessing } = recipe;
	const description: Description = {
		kind: 'backbone',
		name,
		licence: 'ISC (package)',
		committed: false,
		model: `${id}/model.json`,
		embedding,
		stages,
		beliefs:
			labels === null
				? null
				: { classes: 1000, labels: `${id}/labels.json`, temperature: 1.5, sigma: 1.2 },
		preprocessing,
		reference: { picture: referencePicture, embedding: reference },
		quantisation,
	};
	const files = [...(await filesBelow(root, id)), referencePicture, reference];
	return entryOf(root, recipe, description, files);
}
