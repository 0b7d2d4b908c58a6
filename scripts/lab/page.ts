import type { PageHarness } from '../../bench/harness/pageHarness';
import type { JobContext } from '../../src/domain/job';
import type { LabRun } from '../../src/domain/lab';
import { defaultShares, type SplitChoice } from '../../src/domain/split';
import { labMarkdown } from '../../src/formats/labText';
import { runLab } from '../../src/jobs/runLab';
import { type LabRow, labRows } from '../../src/maths/labTable';
import { type StrategyChoice, strategiesOf, strategyKey } from '../../src/maths/strategies';
import { textHash } from '../../src/maths/textHash';
import { labRun, putLabRuns, labRuns as storedRuns } from '../../src/storage/lab';
import { i18next } from '../../src/ui/text/i18n';
import { strategyWords } from '../../src/ui/views/compare/labWords';
import { assignmentOf } from '../evaluate/labels';

export interface LabInput {
	field: string;
	/** Taken for the title. */
	titleColumn: string;
	strategies: StrategyChoice;
	seeds: number;
	/** `given`: the split column for every seed. `drawn`: each seed draws its own. */
	splits: 'given' | 'drawn';
}

export interface LabOutput {
	/** As a Markdown table, held against the best strategy of a single modality. */
	table: string;
	baseline: string;
	/** Fused strategies and how they stand to the baseline, in shares. */
	fused: { name: string; difference: LabRow['againstBaseline'] }[];
	products: { all: number; tested: number };
	failed: number;
}

/** The Compare screen's own job, on a folder of products. What an earlier run stored is not done again. */
export async function compareStrategies(
	harness: PageHarness,
	input: LabInput,
	job: JobContext,
): Promise<LabOutput> {
	const { services, manifest, networks } = harness;
	await harness.bringIn(0, job);
	const products = (await harness.products()).map((product) => ({
		...product,
		title: product.attributes[input.titleColumn] ?? product.title,
	}));
	for (const backbone of input.strategies.backbones)
		await harness.embed({ products, backbone, titles: false }, job);
	await harness.embed({ products, backbone: null, titles: true }, job);
	const assignments = products
		.map((product) => assignmentOf(product, input.field))
		.filter((assignment) => assignment !== null);
	const runs = await queue(input);
	await runLab(services, manifest, { runs, products, assignments, networks, onRun() {} }, job);
	const ids = new Set(runs.map(({ id }) => id));
	const done = (await storedRuns()).filter(({ id }) => ids.has(id));
	const rows = labRows(done, null);
	const single = rows.find(({ specification }) => specification.modality !== 'both');
	const compared = labRows(done, single?.key ?? null);
	const networkName = (id: string): string =>
		manifest.models.find((model) => model.kind === 'backbone' && model.id === id)?.name ?? id;
	const name = ({ specification }: LabRow): string =>
		strategyWords(i18next.t, specification, networkName);
	return {
		table: labMarkdown(compared.map((row) => ({ name: name(row), row }))),
		baseline: single ? name(single) : '',
		fused: compared
			.filter(({ specification }) => specification.modality === 'both')
			.map((row) => ({ name: name(row), difference: row.againstBaseline })),
		products: {
			all: products.length,
			tested: rows[0]?.runs[0]?.result.report.test.count ?? 0,
		},
		failed: done.filter(({ problem }) => problem).length,
	};
}

/** What is to be done, and what has been done of it under the same name. */
async function queue(input: LabInput): Promise<LabRun[]> {
	const seeds = Array.from({ length: input.seeds }, (_, index) => index + 1);
	const runs = seeds.flatMap((seed) =>
		strategiesOf(input.field, input.strategies).map((strategy) => ({ ...strategy, seed })),
	);
	return Promise.all(
		runs.map(async (specification, order): Promise<LabRun> => {
			const { seed } = specification;
			const choice: SplitChoice =
				input.splits === 'given'
					? { by: 'column', column: 'split' }
					: { by: 'seed', seed, shares: defaultShares };
			const id = [input.titleColumn, input.splits, seed, textHash(strategyKey(specification))].join(
				' ',
			);
			const earlier = await labRun(id);
			if (earlier) return earlier;
			const run = {
				id,
				field: input.field,
				order,
				specification,
				choice,
				result: null,
				problem: null,
			};
			await putLabRuns([run]);
			return run;
		}),
	);
}
