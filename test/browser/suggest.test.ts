import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddingSetId } from '../../src/domain/embedding';
import { unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import { categoryPath } from '../../src/domain/taxonomy';
import { embedTitles } from '../../src/jobs/embedTitles';
import { loadManifest } from '../../src/jobs/loadManifest';
import type { Services } from '../../src/jobs/services';
import { suggest } from '../../src/jobs/suggest';
import { addTaxonomy, loadTaxonomy } from '../../src/jobs/taxonomies';
import { startTextEngine, type TextEngine } from '../../src/jobs/textEngine';
import { backboneStamps, titleStamp } from '../../src/maths/stamps';
import { textHash } from '../../src/maths/textHash';
import { titleTexts } from '../../src/maths/zeroShot/titleText';
import { putEmbeddings } from '../../src/storage/embeddings';
import { deleteEverything } from '../../src/storage/everything';
import { ownTaxonomies, ownTaxonomy } from '../../src/storage/taxonomies';
import { filesWorker } from '../../src/workers/files';
import { groupsWorker } from '../../src/workers/groups';
import { newHeadFilesWorker } from '../../src/workers/headFiles';
import { learnWorker } from '../../src/workers/learn';
import { offlineWorker } from '../../src/workers/offline';
import { newOnnxWorker } from '../../src/workers/onnx';
import { searchWorker } from '../../src/workers/search';
import { newTextWorker } from '../../src/workers/text';
import { newTuneWorker } from '../../src/workers/tune';
import { newVisionWorker } from '../../src/workers/vision';
import { base, outsideRequests } from './models';

/* Suggestions on real weights, through the app's own workers and jobs. */

const titles = [
	'Nike Men Air Relentless Black Running Shoes',
	'Stainless steel water bottle, 750 ml, leak-proof',
	'Logitech wireless keyboard for PC',
	'Fern plant in a pot',
	'Rote Laufschuhe für Herren, wasserdicht',
];

let manifest: ModelsManifest;
let services: Services;
let engine: TextEngine;

/** Beliefs of a network that is sure to see one class of ImageNet. */
const keyboardClass = 508;
const seen = (label: number): Float32Array =>
	Float32Array.from({ length: 1000 }, (_, i) => (i === label ? 0.9 : 0.1 / 999));

function stamps() {
	const backbone = manifest.models.find(({ id }) => id === 'resnet50');
	const encoder = manifest.models.find(({ kind }) => kind === 'text-encoder');
	if (backbone?.kind !== 'backbone' || encoder?.kind !== 'text-encoder') throw new Error('models');
	const { beliefs } = backboneStamps(backbone);
	if (!beliefs) throw new Error('no beliefs');
	return { beliefs, title: titleStamp(encoder), encoder };
}

const products = [
	...titles.map((title, i) => ({ id: `t${i}`, title, photoIds: [] as string[] })),
	{ id: 'photo', title: '', photoIds: ['keyboard'] },
	{ id: 'both', title: titles[2] as string, photoIds: ['keyboard'] },
	{ id: 'foreign', title: titles[4] as string, photoIds: ['keyboard'] },
	{ id: 'nothing', title: 'never embedded', photoIds: ['never seen'] },
];

async function paths(taxonomyId: string, sureAt: number | null = null) {
	const taxonomy = await loadTaxonomy(base, manifest, taxonomyId);
	const { beliefs, title } = stamps();
	const input = { manifest, taxonomyId, products, stamps: { beliefs, title }, sureAt };
	const found = await suggest(services, input, unattended);
	return found.map((product) => ({
		...product,
		paths: product.suggestions.map(({ category }) => categoryPath(taxonomy, category)),
	}));
}

beforeAll(async () => {
	manifest = await loadManifest(base);
	services = {
		base,
		files: filesWorker(),
		learn: learnWorker(),
		newLearn: learnWorker,
		search: searchWorker(),
		groups: groupsWorker(),
		offline: offlineWorker(),
		serviceWorker: null,
		newVision: newVisionWorker,
		newText: newTextWorker,
		newTune: newTuneWorker,
		newHeadFiles: newHeadFilesWorker,
		newOnnx: newOnnxWorker,
	};
	engine = await startTextEngine(services, stamps().encoder, unattended);
	const wanted = titles.map((title) => ({
		title,
		texts: titleTexts(title).map((text) => ({ id: textHash(text), text })),
	}));
	const input = { titles: wanted, engine, onBatch() {}, unpaused: () => Promise.resolve() };
	await embedTitles(input, unattended);
	const set = embeddingSetId(stamps().beliefs);
	await putEmbeddings([{ set, item: 'keyboard', vector: seen(keyboardClass) }]);
}, 120_000);

afterAll(async () => {
	services.learn.terminate('tests over');
	engine.close();
	await deleteEverything();
});

describe('suggestions from prepared taxonomies', () => {
	it.each(['google', 'shopify'])('finds the categories of %s', async (id) => {
		const found = await paths(id);
		const [shoes, bottle, keyboard, plant] = found.map((product) => product.paths);
		expect(shoes?.[0]).toMatch(/Shoes|Sneakers/);
		expect(bottle?.slice(0, 3).join()).toMatch(/Water Bottles/);
		expect(keyboard?.[0]).toMatch(/Keyboards/);
		expect(plant?.slice(0, 3).join()).toMatch(/Plants/);
		const photo = found.find(({ productId }) => productId === 'photo');
		expect(photo?.paths.slice(0, 3).join()).toMatch(/Keyboard/);
		for (const { suggestions } of found)
			for (const [rank, { probability }] of suggestions.entries()) {
				expect(probability).toBeGreaterThan(0);
				expect(probability).toBeLessThanOrEqual(suggestions[rank - 1]?.probability ?? 1);
			}
	});

	it('says what each suggestion rests on', async () => {
		const found = new Map((await paths('google')).map((product) => [product.productId, product]));
		expect(found.get('t0')).toMatchObject({ evidence: 'title', titleUnderstood: true });
		expect(found.get('t0')?.suggestions[0]).toMatchObject({ photo: null });
		expect(found.get('photo')).toMatchObject({ evidence: 'photo' });
		expect(found.get('both')).toMatchObject({ evidence: 'both' });
		expect(found.get('both')?.suggestions[0]?.photo).toBeGreaterThan(0);
		expect(found.get('both')?.suggestions[0]?.title).toBeGreaterThan(0);
		expect(found.get('nothing')).toMatchObject({ evidence: 'none', suggestions: [] });
	});

	it('trusts the photo where the title is in another language, and says so', async () => {
		const found = new Map((await paths('google')).map((product) => [product.productId, product]));
		expect(found.get('foreign')).toMatchObject({ evidence: 'photo', titleUnderstood: false });
		expect(found.get('foreign')?.paths).toEqual(found.get('photo')?.paths);
		// Without a photo there is nothing better to go by.
		expect(found.get('t4')).toMatchObject({ evidence: 'title', titleUnderstood: false });
	});

	it('gives a product alone what it gives it among others, in any order', async () => {
		const { beliefs, title } = stamps();
		const ask = (some: typeof products) =>
			suggest(
				services,
				{ manifest, taxonomyId: 'google', products: some, stamps: { beliefs, title } },
				unattended,
			);
		const among = await ask(products);
		const backwards = (await ask([...products].reverse())).reverse();
		expect(backwards).toEqual(among);
		services.learn.terminate('nothing remembered');
		for (const [i, product] of products.slice(0, 3).entries())
			expect(await ask([product])).toEqual([among[i]]);
	});

	it('answers for 60 products within a second of a change of taxonomy', async () => {
		await paths('google');
		await paths('shopify');
		const many = Array.from({ length: 60 }, (_, i) => ({
			...(products[i % products.length] as (typeof products)[number]),
			id: `m${i}`,
		}));
		const { beliefs, title } = stamps();
		const begin = performance.now();
		await suggest(
			services,
			{ manifest, taxonomyId: 'google', products: many, stamps: { beliefs, title } },
			unattended,
		);
		expect(performance.now() - begin).toBeLessThan(1000);
	});
});

describe("the user's own lists", () => {
	it('are read, embedded, stored, and suggested from', async () => {
		const reports: string[] = [];
		const job = { ...unattended, report: ({ step }: { step: string }) => void reports.push(step) };
		const text = 'Footwear\nFlasks & Bottles\nComputer keyboards\nHouse plants\nKurtas\n';
		await addTaxonomy(services, { id: 'own', name: 'Mine', text, manifest, engine }, job);
		expect(new Set(reports)).toEqual(new Set(['embed-categories', 'relate-photos']));
		expect((await ownTaxonomy('own'))?.vectors).toBeInstanceOf(Uint8Array);
		const found = await paths('own');
		expect(found.slice(0, 4).map((product) => product.paths[0])).toEqual([
			'Footwear',
			'Flasks & Bottles',
			'Computer keyboards',
			'House plants',
		]);
		expect(found.find(({ productId }) => productId === 'photo')?.paths[0]).toBe(
			'Computer keyboards',
		);
	});

	it('may be trees, or a single line', async () => {
		const tree = 'Sport > Shoes > Running\nHome > Kitchen > Bottles\nHome > Plants\n';
		await addTaxonomy(
			services,
			{ id: 'tree', name: 'T', text: tree, manifest, engine },
			unattended,
		);
		const found = await paths('tree', 0.6);
		expect(found[0]?.paths[0]).toMatch(/^Sport > Shoes/);
		expect(found[3]?.paths[0]).toBe('Home > Plants');
		await addTaxonomy(
			services,
			{ id: 'one', name: 'O', text: 'Things', manifest, engine },
			unattended,
		);
		expect((await paths('one'))[0]?.suggestions).toMatchObject([{ category: 0 }]);
	});

	it('leave nothing behind when cancelled', async () => {
		const before = (await ownTaxonomies()).length;
		const controller = new AbortController();
		const job = {
			signal: controller.signal,
			report: ({ done }: { done: number }) => done > 20 && controller.abort(),
		};
		const text = Array.from({ length: 400 }, (_, i) => `Category number ${i}`).join('\n');
		const input = { id: 'cancelled', name: 'C', text, manifest, engine };
		await expect(addTaxonomy(services, input, job)).rejects.toMatchObject({ name: 'AbortError' });
		expect(await ownTaxonomies()).toHaveLength(before);
		expect(outsideRequests()).toEqual([]);
	});
});
