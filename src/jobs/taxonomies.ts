import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { KnowledgeEntry, ModelsManifest, TaxonomyEntry } from '../domain/models';
import type { Taxonomy } from '../domain/taxonomy';
import { freshDownload } from '../formats/checkedDownload';
import { parseTaxonomyText } from '../formats/taxonomyText';
import { type CategoryPaths, categoryPaths } from '../maths/categoryIds';
import { ownTaxonomy } from '../storage/taxonomies';
import { transfer } from '../workers/rpc';
import type { Services } from './services';
import type { TextEngine } from './textEngine';

/**
 * Reads a prepared taxonomy's text, or one the user brought from storage.
 * @throws AppError `model-missing`, `model-damaged`, `taxonomy-unreadable`
 */
export async function loadTaxonomy(
	base: string,
	manifest: ModelsManifest,
	id: string,
): Promise<Taxonomy> {
	const entry = preparedTaxonomies(manifest).find((candidate) => candidate.id === id);
	if (!entry) {
		const own = await ownTaxonomy(id);
		if (!own) throw new AppError('model-missing', { file: id });
		return own.taxonomy;
	}
	const file = entry.files.find(({ path }) => path === entry.text);
	if (!file) throw new AppError('model-missing', { file: entry.text });
	const { bytes } = await freshDownload(file, new URL(`models/${file.path}`, base));
	return parseTaxonomyText(new TextDecoder().decode(bytes), { id, name: entry.name });
}

/**
 * What ids of the shipped taxonomies stand for.
 * @throws AppError `model-missing`, `taxonomy-unreadable`
 */
export async function loadedCategoryPaths(
	base: string,
	manifest: ModelsManifest,
): Promise<CategoryPaths> {
	const ids = preparedTaxonomies(manifest).map(({ id }) => id);
	return categoryPaths(await Promise.all(ids.map((id) => loadTaxonomy(base, manifest, id))));
}

export function preparedTaxonomies(manifest: ModelsManifest): TaxonomyEntry[] {
	return manifest.models.filter((model) => model.kind === 'taxonomy');
}

/** @throws AppError `models-not-prepared` */
export function knowledgeOf(manifest: ModelsManifest): KnowledgeEntry {
	const entry = manifest.models.find((model) => model.kind === 'knowledge');
	if (!entry) throw new AppError('models-not-prepared');
	return entry;
}

/** Texts embedded between two steps of the progress; each takes about 5 ms. */
const textsAtOnce = 64;

interface NewTaxonomy {
	id: string;
	name: string;
	/** One category a line, as `parseTaxonomyText` reads it. */
	text: string;
	manifest: ModelsManifest;
	engine: TextEngine;
}

/**
 * Takes a pasted list or a taxonomy file: embeds its names and what they may mean in the tab, works out the
 * rest in the learn worker, which stores it. Nothing of a cancelled run stays. Progress is in categories.
 * @throws AppError `taxonomy-unreadable`, `taxonomy-empty`, `storage-full`
 */
export async function addTaxonomy(
	services: Services,
	{ id, name, text, manifest, engine }: NewTaxonomy,
	job: JobContext,
): Promise<Taxonomy> {
	const taxonomy = parseTaxonomyText(text, { id, name });
	const meaning = { knowledge: knowledgeOf(manifest), base: services.base, taxonomy };
	const quiet: JobContext = { signal: job.signal, report() {} };
	const total = taxonomy.categories.length;
	job.report({ step: 'embed-categories', done: 0, total });
	const { texts } = await services.learn.remote.listTexts(meaning, quiet);
	const vectors = new Float32Array(texts.length * engine.entry.dimensions);
	for (let start = 0; start < texts.length; start += textsAtOnce) {
		const some = texts.slice(start, start + textsAtOnce);
		vectors.set(await engine.embed(some, quiet), start * engine.entry.dimensions);
		const done = Math.floor((total * (start + some.length)) / texts.length);
		job.report({ step: 'embed-categories', done, total });
	}
	await services.learn.remote.buildList(
		transfer({ ...meaning, texts, vectors }, [vectors.buffer]),
		job,
	);
	return taxonomy;
}
