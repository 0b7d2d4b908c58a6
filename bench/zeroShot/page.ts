import { embeddingSetId } from '../../src/domain/embedding';
import type { JobContext } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import type { Evidence } from '../../src/domain/suggestion';
import { suggest } from '../../src/jobs/suggest';
import { addTaxonomy, loadTaxonomy } from '../../src/jobs/taxonomies';
import { backboneStamps, titleStamp } from '../../src/maths/stamps';
import { textHash } from '../../src/maths/textHash';
import { embeddedItems, embeddings } from '../../src/storage/embeddings';
import type { PageHarness } from '../harness/pageHarness';

/* What bench/zeroShot.ts runs in the page: the app's own import, networks and suggestions. */

const backboneId = 'resnet50';

/** Which title of a product is looked at: its own, or the one without the words that name its type. */
export type TitleColumn = 'title' | 'title_blind';

export interface Prepared {
	products: { id: string; type: string; split: string }[];
	seconds: { photos: number; titles: number };
}

/** Brings the folder in and embeds what is not embedded yet. */
export async function prepare(
	harness: PageHarness,
	_input: null,
	job: JobContext,
): Promise<Prepared> {
	await harness.bringIn(0, job);
	const products = await harness.products();
	const photos = await harness.embed({ products, backbone: backboneId, titles: false }, job);
	const named = await harness.embed({ products, backbone: null, titles: true }, job);
	const blind = products.map((product) => withTitle(product, 'title_blind'));
	await harness.embed({ products: blind, backbone: null, titles: true }, job);
	return {
		products: products.map(({ id, attributes }) => ({
			id,
			type: attributes.articleType ?? '',
			split: attributes.split ?? '',
		})),
		seconds: { photos: photos.seconds.embed, titles: named.seconds.embed },
	};
}

export interface Asked {
	taxonomyId: string;
	evidence: Exclude<Evidence, 'none'>;
	column: TitleColumn;
	sureAt: number | null;
	/** How many products; all of them by default. */
	first?: number;
}

export interface Answered {
	/** For each product, best first. */
	suggestions: { category: number; probability: number }[][];
	understood: boolean[];
	seconds: number;
}

export async function suggestions(harness: PageHarness, asked: Asked): Promise<Answered> {
	const { services, manifest } = harness;
	const products = (await harness.products()).slice(0, asked.first);
	const { backbone, encoder } = models(harness);
	const { beliefs } = backboneStamps(backbone);
	if (!beliefs) throw new Error(`${backboneId} keeps no beliefs`);
	const begin = performance.now();
	const found = await suggest(
		services,
		{
			manifest,
			taxonomyId: asked.taxonomyId,
			products: products.map((product) => ({
				id: product.id,
				title: asked.evidence === 'photo' ? '' : withTitle(product, asked.column).title,
				photoIds: asked.evidence === 'title' ? [] : product.photos.map(({ photoId }) => photoId),
			})),
			stamps: { beliefs, title: titleStamp(encoder) },
			sureAt: asked.sureAt,
		},
		{ signal: new AbortController().signal, report() {} },
	);
	return {
		seconds: (performance.now() - begin) / 1000,
		suggestions: found.map((product) =>
			product.suggestions.map(({ category, probability }) => ({ category, probability })),
		),
		understood: found.map(({ titleUnderstood }) => titleUnderstood),
	};
}

/** Starts the learn worker anew, so that the next question finds nothing loaded. */
export async function forget({ services }: PageHarness): Promise<void> {
	services.learn.terminate('measured from the start');
}

/** Takes a pasted list, as Sort does. */
export async function addList(
	harness: PageHarness,
	{ id, lines }: { id: string; lines: string[] },
	job: JobContext,
): Promise<{ seconds: number }> {
	// Loads the text network, which the time is not about.
	const { titles: engine } = await harness.embed(
		{ products: [], backbone: null, titles: true },
		job,
	);
	if (!engine) throw new Error('no text network');
	const { services, manifest } = harness;
	const begin = performance.now();
	await addTaxonomy(services, { id, name: id, text: lines.join('\n'), manifest, engine }, job);
	return { seconds: (performance.now() - begin) / 1000 };
}

/** Ids and parents of a prepared taxonomy's categories, in the order that suggestions count in. */
export async function categories(
	{ services, manifest }: PageHarness,
	{ id }: { id: string },
): Promise<{ id: string; name: string; parent: number }[]> {
	return (await loadTaxonomy(services.base, manifest, id)).categories;
}

/** Vectors of texts, `[texts, d]`; kept in the profile like those of titles. */
export async function vectors(
	harness: PageHarness,
	{ texts }: { texts: string[] },
	job: JobContext,
): Promise<string> {
	const { titles: engine } = await harness.embed(
		{ products: [], backbone: null, titles: true },
		job,
	);
	const set = embeddingSetId(titleStamp(models(harness).encoder));
	const stored = await embeddedItems(set);
	const items = [...new Set(texts)]
		.map((text) => ({ id: textHash(text), text }))
		.filter(({ id }) => !stored.has(id));
	for (let start = 0; start < items.length; start += 64) {
		await engine?.embedAndStore(items.slice(start, start + 64), { ...job, report() {} });
		job.report({ step: 'embed-categories', done: start, total: items.length });
	}
	return inBase64(await embeddings(set, texts.map(textHash)));
}

/** Embeddings of each product's first photo, `[products, d]`. */
export async function photoEmbeddings(harness: PageHarness): Promise<string> {
	const products = await harness.products();
	const set = embeddingSetId(backboneStamps(models(harness).backbone).embedding);
	return inBase64(
		await embeddings(
			set,
			products.map(({ photos }) => photos[0]?.photoId ?? ''),
		),
	);
}

export async function titles(harness: PageHarness): Promise<string[]> {
	return (await harness.products()).map(({ title }) => title);
}

function models({ manifest }: PageHarness) {
	const backbone = manifest.models.find(({ id }) => id === backboneId);
	const encoder = manifest.models.find(({ kind }) => kind === 'text-encoder');
	if (backbone?.kind !== 'backbone' || encoder?.kind !== 'text-encoder')
		throw new Error('models.json lacks a network');
	return { backbone, encoder };
}

function withTitle(product: Product, column: TitleColumn): Product {
	return column === 'title' ? product : { ...product, title: product.attributes[column] ?? '' };
}

/** Numbers cross as text; thirty million of them as JSON would not. */
function inBase64(rows: (Float32Array | undefined)[]): string {
	const width = rows.find((row) => row)?.length ?? 0;
	const packed = new Float32Array(rows.length * width);
	for (const [i, row] of rows.entries()) if (row) packed.set(row, i * width);
	const bytes = new Uint8Array(packed.buffer);
	let text = '';
	for (let start = 0; start < bytes.length; start += 8192)
		text += String.fromCharCode(...bytes.subarray(start, start + 8192));
	return btoa(text);
}
