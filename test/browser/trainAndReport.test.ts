import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelAssignment, LabelChange } from '../../src/domain/field';
import {
	defaultSpecification,
	type HeadSpecification,
	type TrainedHead,
} from '../../src/domain/head';
import { type JobContext, type ProgressStep, unattended } from '../../src/domain/job';
import type { LabRun } from '../../src/domain/lab';
import type { ModelsManifest } from '../../src/domain/models';
import type { Report } from '../../src/domain/report';
import { defaultShares, type SplitChoice } from '../../src/domain/split';
import type { Networks } from '../../src/jobs/embedInputs';
import { headInputs } from '../../src/jobs/labelledProducts';
import type { Services } from '../../src/jobs/services';
import { trainAndReport } from '../../src/jobs/trainAndReport';
import { renamedField } from '../../src/maths/labelEdits';
import { decisionsFor, writeDecisions } from '../../src/storage/decisions';
import { deleteEverything } from '../../src/storage/everything';
import { moveField } from '../../src/storage/fieldName';
import { allHeads, allReports, headById, reportOf } from '../../src/storage/heads';
import { labRun, labRuns, putLabRuns } from '../../src/storage/lab';
import { allLabels, labelsOf } from '../../src/storage/labels';
import { putSetting, setting } from '../../src/storage/settings';
import { allSplits } from '../../src/storage/splits';
import { learnWorker } from '../../src/workers/learn';
import { labelledCatalogue } from './labelledCatalogue';
import { base } from './models';

/* The whole of a training in the real learn worker; the embeddings are made up, so no network is needed. */

const learn = learnWorker();
const services = { learn, newLearn: learnWorker } as unknown as Services;
const field = 'kind';
const specification: HeadSpecification = { ...defaultSpecification, field, epochs: 10 };
const choice: SplitChoice = { by: 'seed', seed: 1, shares: defaultShares };
let manifest: ModelsManifest;

/** Everything is embedded: whoever asks for a network is wrong. */
const networks: Networks = {
	withPhotoEngine: () => Promise.reject(new Error('a network was asked for')),
	textEngine: () => Promise.reject(new Error('a network was asked for')),
};

beforeEach(async () => {
	await deleteEverything();
	manifest = (await (await fetch(`${base}models/models.json`)).json()) as ModelsManifest;
});
afterEach(() => learn.terminate('test over'));

/** Embeddings as the specification's network would have made them. */
function catalogue(sizes: Record<string, number>) {
	const [block] = headInputs(specification, manifest);
	if (!block) throw new Error('no network');
	return labelledCatalogue(sizes, { field, seed: 7, ...block });
}

type Catalogue = Awaited<ReturnType<typeof catalogue>>;

const train = (
	{ products, assignments }: Catalogue,
	job: JobContext = unattended,
	changed: { specification?: HeadSpecification; choice?: SplitChoice } = {},
) =>
	trainAndReport(
		services,
		manifest,
		{
			specification,
			name: 'mine',
			products,
			assignments,
			choice,
			backend: null,
			networks,
			...changed,
		},
		job,
	);

/** What a field's name stands in. */
async function everything() {
	return {
		heads: await allHeads(),
		reports: await allReports(),
		splits: await allSplits(),
		labels: await allLabels(),
		decisions: await decisionsFor('field:kind'),
		runs: [await labRun('a run')],
		confirmed: await setting('confirmedLabels'),
		active: await setting('activeHeads'),
		taxonomyId: await setting('taxonomyId'),
	};
}

const labelsById = (labels: LabelAssignment[]) =>
	new Map(labels.map((label) => [label.productId, label]));

function labRunOf(head: TrainedHead, report: Report | undefined): LabRun {
	const result = report ? { head, report } : null;
	return { id: 'a run', field, order: 1, specification, choice, result, problem: null };
}

function decided(productId: string, taxonomyId: string) {
	const by = 'corrected' as const;
	const decision = { taxonomyId, productId, categoryId: 'a', by, probability: 0.9, at: 1 };
	return { taxonomyId, productId, decision };
}

async function stored(): Promise<number> {
	return (await allHeads()).length + (await allReports()).length + (await allSplits()).length;
}

describe('a training from labels to a report', () => {
	it('stores head, report and split, and counts versions', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const { head, report } = await train(all);
		expect(await headById(head.id)).toEqual(head);
		expect(await reportOf(head.id)).toEqual(report);
		expect(report?.test.accuracy.value).toBe(1);
		expect((await train(all)).head.version).toBe(2);
	});

	it('goes along, with all that belongs to it, when its field gets another name, and comes back', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const { head } = await train(all);
		const given = (assignment: LabelAssignment): LabelChange => {
			const { field, productId } = assignment;
			return { field, productId, label: assignment };
		};
		await writeDecisions([decided('a 0', 'field:kind')], all.assignments.map(given));
		await putSetting('activeHeads', { [field]: head.id, other: 'another head' });
		await putSetting('taxonomyId', 'field:kind');
		await putSetting('confirmedLabels', { [field]: { 'a 0': 'a' }, other: { 'b 0': 'b' } });
		await putLabRuns([labRunOf(head, await reportOf(head.id))]);
		const before = await everything();

		const renamed = renamedField(field, labelsById(await labelsOf(field)), 'Art, "neu" 🏷️');
		await moveField(field, 'Art, "neu" 🏷️', renamed);
		expect((await headById(head.id))?.specification.field).toBe('Art, "neu" 🏷️');
		expect((await reportOf(head.id))?.field).toBe('Art, "neu" 🏷️');
		expect(await setting('activeHeads')).toEqual({
			'Art, "neu" 🏷️': head.id,
			other: 'another head',
		});
		expect(await setting('taxonomyId')).toBe('field:Art, "neu" 🏷️');
		expect(await setting('confirmedLabels')).toEqual({
			'Art, "neu" 🏷️': { 'a 0': 'a' },
			other: { 'b 0': 'b' },
		});
		expect((await labRuns()).map((run) => run.field)).toEqual(['Art, "neu" 🏷️']);
		expect(JSON.stringify(await everything())).not.toMatch(/"field":"kind"|field:kind/);

		const back = renamedField('Art, "neu" 🏷️', labelsById(await labelsOf('Art, "neu" 🏷️')), field);
		await moveField('Art, "neu" 🏷️', field, back);
		expect(await everything()).toEqual(before);
	});

	it.each<ProgressStep>(['compare-photos', 'search-settings', 'train', 'predict'])(
		'leaves nothing behind when it is cancelled at %s',
		async (at) => {
			const all = await catalogue({ a: 20, b: 20 });
			const controller = new AbortController();
			const job: JobContext = {
				signal: controller.signal,
				report: ({ step }) => {
					if (step === at) controller.abort(new DOMException('cancelled', 'AbortError'));
				},
			};
			await expect(train(all, job)).rejects.toMatchObject({ name: 'AbortError' });
			expect(await stored()).toBe(0);
			expect((await train(all)).report).not.toBeNull();
		},
	);

	it('leaves nothing behind when the worker dies', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const job: JobContext = {
			signal: new AbortController().signal,
			report: ({ step }) => {
				if (step === 'search-settings') learn.terminate('killed');
			},
		};
		await expect(train(all, job)).rejects.toMatchObject({ code: 'worker-died' });
		expect(await stored()).toBe(0);
	});

	it('keeps the tested products when it goes on with an earlier split', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const before = { ...all, assignments: all.assignments.filter((_, i) => i % 4 !== 0) };
		const first = await train(before);
		const second = await train(all, unattended, { choice: { by: 'earlier', split: first.split } });
		expect(second.report?.test.products.productIds).toEqual(first.report?.test.products.productIds);
		expect(second.head.seen.length).toBe(first.head.seen.length + 10);
	});
});

describe('products without a label', () => {
	const learningMore = { specification: { ...specification, selfTraining: true } };

	it('are learned from where a head can be trusted about them, and judge nothing', async () => {
		const all = await catalogue({ a: 60, b: 60, c: 60 });
		const labelled = all.assignments.filter(({ productId }) => Number(productId.slice(2)) < 40);
		// Each labelled product has an unlabelled twin with the same photo.
		const twins = all.products.map((product) => ({ ...product, id: `twin of ${product.id}` }));
		const products = [...all.products, ...twins];
		const { head, report, split } = await train(
			{ products, assignments: labelled },
			unattended,
			learningMore,
		);
		const { guessed } = head;
		expect(guessed?.products).toBe(60 + 180);
		expect(guessed?.rounds).toBeGreaterThan(0);
		expect(guessed?.threshold).toBeGreaterThan(0);
		const learned = new Set(guessed?.learned);
		for (const { id } of all.products) {
			const part = split.parts.get(id);
			if (part) expect([id, learned.has(`twin of ${id}`)]).toEqual([id, part === 'train']);
			else expect(learned.has(id)).toBe(true);
		}
		expect(head.seen.some((id) => learned.has(id))).toBe(false);
		expect(head.heldOut.rows).toBe(
			[...split.parts.values()].filter((p) => p === 'validation').length,
		);
		expect(report?.test.count).toBe(24);
		expect(report?.withoutGuesses).toMatchObject({ onlyWith: 0, onlyWithout: 0, pValue: 1 });
		expect(report?.withoutGuesses?.accuracy.value).toBe(1);
		expect(await reportOf(head.id)).toEqual(report);
		expect(await allHeads()).toHaveLength(1);
	});

	it('leave the head as it is when no guess can be trusted', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const few = all.assignments.filter((_, i) => i % 4 === 0);
		const { head } = await train({ ...all, assignments: few }, unattended, learningMore);
		expect(head.guessed).toEqual({ products: 30, learned: [], rounds: 0, threshold: null });
		const plain = await train({ ...all, assignments: few });
		expect(head.model).toEqual(plain.head.model);
	});

	it('are not there when all have one, and leave nothing behind when it is cancelled', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		const { head } = await train(all, unattended, learningMore);
		expect(head.guessed?.products).toBe(0);
		await deleteEverything();
		const more = await catalogue({ a: 20, b: 20 });
		const controller = new AbortController();
		const job: JobContext = {
			signal: controller.signal,
			report: ({ step }) => {
				if (step === 'guess-labels') controller.abort(new DOMException('cancelled', 'AbortError'));
			},
		};
		await expect(train(more, job, learningMore)).rejects.toMatchObject({ name: 'AbortError' });
		expect(await stored()).toBe(0);
	});
});

describe('a head of other products', () => {
	const carriedBy = (headId: string, by: 'start' | 'features') => ({
		specification: { ...specification, carried: { headId, by } },
	});

	it.each(['start', 'features'] as const)('is carried over by its %s', async (by) => {
		const all = await catalogue({ a: 60, b: 60, c: 60 });
		const old = all.assignments.filter(({ productId }) => Number(productId.slice(2)) < 40);
		const source = await train({ ...all, assignments: old });
		const assignments = all.assignments.filter((given) => !old.includes(given));
		const { head, report } = await train(
			{ ...all, assignments },
			unattended,
			carriedBy(source.head.id, by),
		);
		expect(report?.test.accuracy.value).toBe(1);
		expect(head.model.parameters).toMatchObject({ kind: 'layers', output: 'linear' });
		expect(head.model.standardisation.mean).toHaveLength(
			source.head.model.standardisation.mean.length,
		);
	});

	it('is refused when it is gone, or has learned from the products to test by', async () => {
		const all = await catalogue({ a: 20, b: 20 });
		await expect(train(all, unattended, carriedBy('gone', 'start'))).rejects.toMatchObject({
			code: 'head-source-unfit',
		});
		const { head } = await train(all);
		const another: SplitChoice = { by: 'seed', seed: 2, shares: defaultShares };
		await expect(
			train(all, unattended, { ...carriedBy(head.id, 'features'), choice: another }),
		).rejects.toMatchObject({ code: 'head-source-saw-test' });
	});
});

describe('what cannot be trained ends in a word', () => {
	it('nothing labelled, one label, nothing in the training part', async () => {
		const all = await catalogue({ a: 5, b: 5 });
		await expect(train({ ...all, assignments: [] })).rejects.toMatchObject({
			code: 'head-nothing-labelled',
		});
		const one = { ...all, assignments: all.assignments.filter(({ label }) => label === 'a') };
		await expect(train(one)).rejects.toMatchObject({ code: 'head-one-label' });
		const column: SplitChoice = { by: 'column', column: 'split' };
		await expect(train(all, unattended, { choice: column })).rejects.toMatchObject({
			code: 'head-nothing-to-learn',
		});
		expect(await stored()).toBe(0);
	});

	it('no test product: a head without a report', async () => {
		const all = await catalogue({ a: 5, b: 5 });
		const shares = { validation: 0.2, test: 0 };
		const { head, report } = await train(all, unattended, {
			choice: { by: 'seed', seed: 1, shares },
		});
		expect(report).toBeNull();
		expect(head.seen.length).toBe(10);
	});

	it('a label of one product is learned, named and never NaN; what lacks a photo is counted', async () => {
		const all = await catalogue({ a: 20, b: 20, single: 1 });
		const bare = all.products.map((product, i) => (i < 3 ? { ...product, photos: [] } : product));
		const { head, report, split } = await train({ ...all, products: bare });
		expect(split.tooSmall).toEqual(['single']);
		expect(head.without.length + (report?.without.length ?? 0)).toBe(3);
		expect(Number.isFinite(report?.test.macroF1)).toBe(true);
		expect(Number.isFinite(head.heldOut.accuracy)).toBe(true);
	});

	it.each(['softmax', 'mlp', 'one-vs-all', 'svm', 'prototype', 'knn'] as const)(
		'%s copes with a label that only the test part has',
		async (kind) => {
			const all = await catalogue({ a: 12, b: 12, late: 4 });
			const products = all.products.map((product, i) => {
				const late = product.id.startsWith('late');
				return { ...product, attributes: { split: late || i % 4 === 0 ? 'test' : 'train' } };
			});
			const { report } = await train({ ...all, products }, unattended, {
				specification: { ...specification, kind },
				choice: { by: 'column', column: 'split' },
			});
			expect(report?.tooSmall).toEqual(['late']);
			expect(Number.isFinite(report?.test.ece.after)).toBe(true);
			expect([...(report?.test.products.probability ?? [Number.NaN])].every(Number.isFinite)).toBe(
				true,
			);
		},
	);
});
