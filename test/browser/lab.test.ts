import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultSpecification } from '../../src/domain/head';
import { unattended } from '../../src/domain/job';
import { isWaiting, type LabRun } from '../../src/domain/lab';
import type { ModelsManifest } from '../../src/domain/models';
import { defaultShares } from '../../src/domain/split';
import type { Networks } from '../../src/jobs/embedInputs';
import { keepLabHead } from '../../src/jobs/keepLabHead';
import { headInputs } from '../../src/jobs/labelledProducts';
import { runLab } from '../../src/jobs/runLab';
import type { Services } from '../../src/jobs/services';
import { labRows } from '../../src/maths/labTable';
import { deleteEverything } from '../../src/storage/everything';
import { allHeads, reportOf } from '../../src/storage/heads';
import { deleteLab, labRun, labRuns, putLabRuns } from '../../src/storage/lab';
import { splitOf } from '../../src/storage/splits';
import { learnWorker } from '../../src/workers/learn';
import { labelledCatalogue } from './labelledCatalogue';
import { base } from './models';

/* The lab in the real learn worker on real WASM and real IndexedDB; the embeddings are made up. */

const learn = learnWorker();
const services = { learn } as unknown as Services;
const networks = {} as Networks; // nothing is missing, so that none is asked for
const field = 'kind';
let manifest: ModelsManifest;

beforeEach(async () => {
	await deleteEverything();
	manifest = (await (await fetch(`${base}models/models.json`)).json()) as ModelsManifest;
});
afterEach(() => learn.terminate('test over'));

it('is stopped and gone on with where it was, survives what fails, and hands a head over', async () => {
	const specification = { ...defaultSpecification, field, epochs: 5 };
	const [block] = headInputs(specification, manifest);
	if (!block) throw new Error('no network');
	const sizes = { a: 20, b: 20, c: 20 };
	const { products, assignments } = await labelledCatalogue(sizes, { field, seed: 4, ...block });
	const queue = [
		{ ...specification, kind: 'prototype' as const },
		// Nobody has looked at the photos for it, and no photo is there to be looked at.
		{ ...specification, modality: 'title' as const, backbones: [] },
		{ ...specification, kind: 'softmax' as const },
	].map(
		(specification, order): LabRun => ({
			id: `run ${order}`,
			field,
			order,
			specification,
			choice: { by: 'seed', seed: 1, shares: defaultShares },
			result: null,
			problem: null,
		}),
	);
	await putLabRuns(queue);
	const common = { products: products.map((product) => ({ ...product, title: '' })), assignments };
	const stored = async () =>
		(await Promise.all((await labRuns()).map(({ id }) => labRun(id)))).filter(
			(run) => run !== undefined,
		);

	const controller = new AbortController();
	const stopped = runLab(
		services,
		manifest,
		{ ...common, networks, runs: await stored(), onRun: () => controller.abort() },
		{ ...unattended, signal: controller.signal },
	);
	await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
	expect((await labRuns()).map(isWaiting)).toEqual([false, true, true]);

	// As after a reload: everything is read from storage.
	const finished: string[] = [];
	await runLab(
		services,
		manifest,
		{ ...common, networks, runs: await stored(), onRun: ({ id }) => finished.push(id) },
		unattended,
	);
	expect(finished).toEqual(['run 1', 'run 2']);
	const runs = await labRuns();
	expect(runs[1]?.problem?.code).toBe('head-no-products');
	const rows = labRows(runs, null);
	expect(rows.map(({ runs }) => runs.length)).toEqual([1, 1, 0]);
	expect(rows[0]?.accuracy.value).toBe(1);
	// The same test products, so that they can be held against each other.
	const tested = rows.slice(0, 2).map((row) => row.runs[0]?.result.report.test.products.productIds);
	expect(tested[0]).toEqual(tested[1]);
	expect(await allHeads()).toEqual([]);

	const asked = { ...common, runs, runId: 'run 2' };
	const headId = await keepLabHead(services, manifest, asked, unattended);
	const [head] = await allHeads();
	expect(head).toMatchObject({ id: headId, field, version: 1 });
	expect((await reportOf(headId))?.test.products.productIds).toEqual(tested[0]);
	expect((await splitOf(field))?.parts.size).toBe(60);
	expect(await keepLabHead(services, manifest, asked, unattended)).toBe(headId);
	await deleteLab(field);
	expect(await labRuns()).toEqual([]);
	expect((await allHeads()).length).toBe(1);
});
