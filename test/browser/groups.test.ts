import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCancelled } from '../../src/domain/errors';
import type { GroupingRequest } from '../../src/domain/groups';
import { defaultSpecification } from '../../src/domain/head';
import { type JobContext, type ProgressStep, unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import type { Product } from '../../src/domain/product';
import type { Networks } from '../../src/jobs/embedInputs';
import { groupProducts } from '../../src/jobs/groupProducts';
import { headInputs } from '../../src/jobs/labelledProducts';
import { sortBackbone } from '../../src/jobs/modelEntries';
import type { Services } from '../../src/jobs/services';
import { deleteEverything } from '../../src/storage/everything';
import { groupsWorker } from '../../src/workers/groups';
import { labelledCatalogue } from './labelledCatalogue';
import { base } from './models';

/* Grouping in its real worker; the embeddings are made up, so no network is needed. */

const groups = groupsWorker();
const services = { groups } as unknown as Services;
let manifest: ModelsManifest;

/** Everything is embedded, or has neither photo nor title. */
const networks: Networks = {
	withPhotoEngine: () => Promise.reject(new Error('a network was asked for')),
	textEngine: () => Promise.reject(new Error('a network was asked for')),
};

const request: GroupingRequest = { modality: 'photo', unlabelledIn: null, count: null, seed: 1 };

beforeEach(async () => {
	await deleteEverything();
	manifest = (await (await fetch(`${base}models/models.json`)).json()) as ModelsManifest;
});
afterEach(() => groups.terminate('test over'));

function catalogue(sizes: Record<string, number>) {
	const backbones = [sortBackbone(manifest).id];
	const [block] = headInputs({ ...defaultSpecification, backbones }, manifest);
	if (!block) throw new Error('no network');
	return labelledCatalogue(sizes, { field: 'kind', seed: 7, ...block });
}

const group = (products: Product[], changed: Partial<GroupingRequest> = {}, job = unattended) =>
	groupProducts(
		services,
		manifest,
		{ request: { ...request, ...changed }, products, networks },
		job,
	);

describe('grouping products', () => {
	it('finds planted groups, how many there are, and who cannot be looked at', async () => {
		const { products } = await catalogue({ boots: 40, hats: 30, mugs: 20, lamps: 10 });
		const blank = products.map((product) => ({ ...product, id: `no ${product.id}`, photos: [] }));
		const steps = new Set<ProgressStep>();
		const job: JobContext = {
			signal: new AbortController().signal,
			report: ({ step }) => steps.add(step),
		};
		const found = await group([...products, ...blank.slice(0, 3)], {}, job);
		expect(found.groups.map(({ productIds }) => productIds.length)).toEqual([40, 30, 20, 10]);
		for (const { productIds } of found.groups)
			expect(new Set(productIds.map((id) => id.split(' ')[0])).size).toBe(1);
		expect(found.groups.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		expect(found.without).toBe(3);
		expect(found.tried.some(({ count }) => count === 4)).toBe(true);
		expect([...steps]).toEqual(
			expect.arrayContaining(['read-embeddings', 'count-groups', 'group']),
		);
	});

	it('makes as many groups as are asked for, the same each time', async () => {
		const { products } = await catalogue({ boots: 20, hats: 20 });
		const found = await group(products, { count: 5 });
		expect(found.groups).toHaveLength(5);
		expect(found.tried).toEqual([]);
		expect(await group(products, { count: 5 })).toEqual(found);
	});

	it('says so when nothing is known of any product', async () => {
		const { products } = await catalogue({ boots: 3 });
		const blank = products.map((product) => ({ ...product, photos: [] }));
		await expect(group(blank)).rejects.toMatchObject({ code: 'groups-nothing-known' });
		await expect(group(blank, { count: 2 })).rejects.toMatchObject({
			code: 'groups-nothing-known',
		});
	});

	it('puts products that are all the same into one group', async () => {
		const { products } = await catalogue({ boots: 1 });
		const same = products.flatMap((product) => [product, { ...product, id: 'again' }]);
		expect((await group(same)).groups).toEqual([{ number: 1, productIds: ['boots 0', 'again'] }]);
	});

	it('stops when told to, and works the next time', async () => {
		const { products } = await catalogue({ boots: 60, hats: 60 });
		const controller = new AbortController();
		const job: JobContext = {
			signal: controller.signal,
			report: ({ step }) => step === 'count-groups' && controller.abort(),
		};
		const error: unknown = await group(products, {}, job).catch((reason: unknown) => reason);
		expect(isCancelled(error)).toBe(true);
		expect((await group(products)).groups).toHaveLength(2);
	});
});
