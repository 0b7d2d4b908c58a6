import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelAssignment } from '../../src/domain/field';
import { defaultSpecification, type HeadSpecification } from '../../src/domain/head';
import { type Progress, unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import { defaultShares, type SplitChoice } from '../../src/domain/split';
import { duplicateGroups } from '../../src/jobs/duplicateGroups';
import { evaluateHead } from '../../src/jobs/evaluateHead';
import { headInputs } from '../../src/jobs/labelledProducts';
import { makeSplit } from '../../src/jobs/makeSplit';
import type { Services } from '../../src/jobs/services';
import { trainHead } from '../../src/jobs/trainHead';
import { deleteEverything } from '../../src/storage/everything';
import { allHeads, deleteHead, headById, putTrained, reportOf } from '../../src/storage/heads';
import { fieldNames, labelsOf, writeLabels } from '../../src/storage/labels';
import { splitOf } from '../../src/storage/splits';
import { learnWorker } from '../../src/workers/learn';
import { labelledCatalogue } from './labelledCatalogue';
import { base } from './models';

/* From stored rows to a stored report, in the real learn worker on real WASM; the embeddings are made up. */

const learn = learnWorker();
const services = { learn } as unknown as Services;
const field = 'Kind, "exactly" 👕';
const specification: HeadSpecification = { ...defaultSpecification, field, epochs: 20 };
let manifest: ModelsManifest;

beforeEach(async () => {
	await deleteEverything();
	manifest = (await (await fetch(`${base}models/models.json`)).json()) as ModelsManifest;
});
afterEach(() => learn.terminate('test over'));

async function prepared(sizes: Record<string, number>) {
	const [block] = headInputs(specification, manifest);
	if (!block) throw new Error('no network');
	const { products, assignments } = await labelledCatalogue(sizes, { field, seed: 4, ...block });
	const groups = await duplicateGroups(
		services,
		{ products, stamp: block.stamp, backend: null },
		unattended,
	);
	const choice: SplitChoice = { by: 'seed', seed: 1, shares: defaultShares };
	const split = makeSplit({ field, products, assignments, groups, choice });
	const input = {
		specification,
		name: 'mine',
		products,
		assignments,
		split,
		groups,
		backend: null,
	};
	return { products, assignments, split, input };
}

describe('a head from stored embeddings', () => {
	it('is trained, measured and stored, and predicts what has no label', async () => {
		const { products, assignments, split, input } = await prepared({ a: 20, 'b > c': 20, d: 20 });
		const steps: Progress[] = [];
		const job = { ...unattended, report: (progress: Progress) => steps.push(progress) };
		const head = await trainHead(services, manifest, input, job);
		expect(steps.map(({ step }) => step)).toContain('search-settings');
		expect(steps.findLast(({ step }) => step === 'train')?.epoch?.validationAccuracy).toBe(1);

		const report = await evaluateHead(services, { head, products, assignments, split }, unattended);
		expect(report.test.accuracy.value).toBe(1);
		expect(report.counts).toEqual({ train: 36, validation: 12, test: 12 });
		// Twelve held-out products vouch for nothing, however right they are.
		expect(report.operatingPoints.at(-1)).toMatchObject({ threshold: null, coverage: 0 });
		await putTrained(head, report, split);
		expect(await headById(head.id)).toEqual(head);
		expect(await reportOf(head.id)).toEqual(report);
		expect(await splitOf(field)).toEqual(split);

		const asked = [
			{ id: 'known', title: '', titleId: null, photoIds: ['d 0', 'd 1'] },
			{ id: 'unknown', title: '', titleId: null, photoIds: ['never embedded'] },
		];
		const answer = await learn.remote.predict(
			{ model: head.model, products: asked, ranks: 2, sureAt: null },
			unattended,
		);
		expect(answer.nodes[answer.ranked[0] ?? -1]).toBe('d');
		expect([...answer.ranked.slice(2)]).toEqual([-1, -1]);
		expect(answer.evidence).toEqual(['photo', 'none']);

		const again = await trainHead(services, manifest, input, unattended);
		expect(again.version).toBe(head.version + 1);
		expect(again.model).toEqual(head.model);
		await putTrained(again, null, split);
		await deleteHead(head.id);
		expect((await allHeads()).map(({ id }) => id)).toEqual([again.id]);
		expect(await reportOf(head.id)).toBeUndefined();
	});

	it('is cancelled between steps, and trained again after', async () => {
		const { input } = await prepared({ a: 10, b: 10 });
		const controller = new AbortController();
		const job = { signal: controller.signal, report: () => controller.abort() };
		await expect(trainHead(services, manifest, input, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(await allHeads()).toEqual([]);
		expect((await trainHead(services, manifest, input, unattended)).seen.length).toBe(16);
	});

	it('is refused in a word where there is nothing to tell apart', async () => {
		const one = await prepared({ a: 10 });
		await expect(trainHead(services, manifest, one.input, unattended)).rejects.toMatchObject({
			code: 'head-one-label',
			detail: { label: 'a' },
		});
		const none = { ...one.input, specification: { ...specification, backbones: ['resnet50'] } };
		await expect(trainHead(services, manifest, none, unattended)).rejects.toMatchObject({
			code: 'head-no-products',
		});
	});

	it('copes with 500 labels of three products', async () => {
		const sizes = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`label ${i}`, 3]));
		const { input, products, assignments, split } = await prepared(sizes);
		const short = { ...input, specification: { ...specification, epochs: 3, weightDecay: 1e-4 } };
		const head = await trainHead(services, manifest, short, unattended);
		const report = await evaluateHead(services, { head, products, assignments, split }, unattended);
		expect(report.test.count).toBe(500);
		expect(report.test.accuracy.value).toBeGreaterThan(0.5);
		expect(report.test.ece.after).toBeLessThan(1);
	});
});

describe('labels in storage', () => {
	it('are written together, listed by field, and undone', async () => {
		const label = (productId: string, label: string): LabelAssignment => ({
			field,
			productId,
			label,
			by: 'grid',
			at: 2,
		});
		await writeLabels([
			{ field, productId: 'p', label: label('p', 'a') },
			{ field: 'colour', productId: 'p', label: { ...label('p', 'red'), field: 'colour' } },
		]);
		expect(await fieldNames()).toEqual([field, 'colour']);
		const undo = await writeLabels([
			{ field, productId: 'p', label: null },
			{ field, productId: 'q', label: label('q', 'b') },
		]);
		expect(await labelsOf(field)).toEqual([label('q', 'b')]);
		await writeLabels(undo);
		expect(await labelsOf(field)).toEqual([label('p', 'a')]);
	});
});
