import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSpecification } from '../../src/domain/head';
import { unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import { defaultShares } from '../../src/domain/split';
import { advise } from '../../src/jobs/advise';
import { headInputs } from '../../src/jobs/labelledProducts';
import type { Services } from '../../src/jobs/services';
import { deleteEverything } from '../../src/storage/everything';
import { learnWorker } from '../../src/workers/learn';
import { labelledCatalogue } from './labelledCatalogue';
import { base } from './models';

/* Advice by the real learn worker on embeddings that are made up. */

const learn = learnWorker();
const services = { learn } as unknown as Services;
const field = 'kind';
const specification = { ...defaultSpecification, field };
const choice = { by: 'seed', seed: 1, shares: defaultShares } as const;
let manifest: ModelsManifest;

beforeEach(async () => {
	await deleteEverything();
	manifest = (await (await fetch(`${base}models/models.json`)).json()) as ModelsManifest;
});
afterEach(() => learn.terminate('test over'));

/** A cloud per label, as the specification's network would have made them. */
async function catalogue(sizes: Record<string, number>) {
	const [block] = headInputs(specification, manifest);
	if (!block) throw new Error('no network');
	return labelledCatalogue(sizes, { field, seed: 7, ...block });
}

it('few products that a network tells apart: it is left as it is', async () => {
	const { products, assignments } = await catalogue({ cup: 20, plate: 20, fork: 20 });
	const input = { specification, products, assignments, choice };
	const advice = await advise(services, manifest, input, unattended);
	expect(advice).toMatchObject({
		kind: 'few-near',
		measured: [{ source: 'photo', backbone: 'mobilenetv2', agreement: 1, nearness: 1 }],
		settings: { modality: 'photo', backbones: ['mobilenetv2'] },
	});
	// The test part is not looked at: a fifth of them.
	expect(advice?.measured[0]?.products).toBe(48);
	expect(advice?.perLabel).toBe(16);
});

it('labels that have nothing to do with what a network sees are far', async () => {
	const { products, assignments } = await catalogue({ cup: 40, plate: 40 });
	const mixed = assignments.map((each, at) => ({ ...each, label: ['odd', 'even'][at % 2] ?? '' }));
	const input = { specification, products, assignments: mixed, choice };
	const advice = await advise(services, manifest, input, unattended);
	expect(advice?.kind).toBe('few-far');
	expect(Math.abs(advice?.measured[0]?.nearness ?? 1)).toBeLessThan(0.35);
});

it('nothing is advised before anything was looked at, or about one label', async () => {
	const { products, assignments } = await catalogue({ cup: 20, plate: 20 });
	const input = { specification, products, assignments, choice };
	const one = { ...input, assignments: assignments.map((each) => ({ ...each, label: 'cup' })) };
	expect(await advise(services, manifest, one, unattended)).toBeNull();
	expect(await advise(services, manifest, { ...input, assignments: [] }, unattended)).toBeNull();
	await deleteEverything();
	expect(await advise(services, manifest, input, unattended)).toBeNull();
});
