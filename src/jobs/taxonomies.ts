import { embeddingSetId } from '../domain/embedding';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { ModelsManifest, TaxonomyEntry } from '../domain/models';
import type { Taxonomy } from '../domain/taxonomy';
import { parseTaxonomyText } from '../formats/taxonomyText';
import { categoryTexts } from '../maths/categoryTexts';
import { titleStamp } from '../maths/stamps';
import { textHash } from '../maths/textHash';
import { embeddedItems } from '../storage/embeddings';
import { ownTaxonomy, putTaxonomy } from '../storage/taxonomies';
import { embedTitles } from './embedTitles';
import type { TextEngine } from './textEngine';

/**
 * Reads a prepared taxonomy's text, or one the user brought from storage.
 * @throws AppError `model-missing`, `taxonomy-unreadable`
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
	const response = await fetch(`${base}models/${entry.text}`);
	if (!response.ok) throw new AppError('model-missing', { file: entry.text });
	return parseTaxonomyText(await response.text(), { id, name: entry.name });
}

export function preparedTaxonomies(manifest: ModelsManifest): TaxonomyEntry[] {
	return manifest.models.filter((model) => model.kind === 'taxonomy');
}

/**
 * Takes a pasted list or a taxonomy file: embeds every category in the tab and stores both. Nothing is
 * stored under its name before all rows are there; rows of a cancelled run are used by the next.
 * @throws AppError `taxonomy-unreadable`, `taxonomy-empty`
 */
export async function addTaxonomy(
	input: { id: string; name: string; text: string; engine: TextEngine },
	job: JobContext,
): Promise<Taxonomy> {
	const { id, name, text, engine } = input;
	const taxonomy = parseTaxonomyText(text, { id, name });
	const wanted = new Map<string, string>();
	for (let index = 0; index < taxonomy.categories.length; index++)
		for (const variant of categoryTexts(taxonomy, index)) wanted.set(textHash(variant), variant);
	const stored = await embeddedItems(embeddingSetId(titleStamp(engine.entry)));
	const items = [...wanted].filter(([key]) => !stored.has(key));
	await embedTitles(
		{
			items: items.map(([key, variant]) => ({ id: key, text: variant })),
			engine,
			onBatch() {},
			unpaused: () => Promise.resolve(),
		},
		{
			signal: job.signal,
			report: (progress) => job.report({ ...progress, step: 'embed-categories' }),
		},
	);
	await putTaxonomy({ id, taxonomy, addedAt: Date.now() });
	return taxonomy;
}
