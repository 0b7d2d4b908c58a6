import { parseArgs } from 'node:util';
import type { Agreement } from './groups/agreement';
import type { GroupedBy, Grouping } from './groups/page';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';

/*
 * `npm run bench:groups [-- --data DIR] [--seeds 1,2,3] [--field articleType]`: puts labelled products into groups
 * without looking at their labels, as the Catalogue does, and says how far groups and labels agree; beside k-means on
 * the embeddings as they are. Prints a table.
 */

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		seeds: { type: 'string', default: '1,2,3' },
		field: { type: 'string', default: 'articleType' },
	},
});
const seeds = options.seeds.split(',').map(Number);
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	const lines = [
		'| looked at | groups | whitened: adjusted Rand, purity | as they are: adjusted Rand, purity |',
		'| --- | --- | --- | --- |',
	];
	for (const modality of ['photo', 'title', 'both'] as const)
		for (const count of ['labels', 'proposed'] as const) {
			const found: GroupedBy[] = [];
			for (const seed of seeds) {
				const wanted: Grouping = { modality, count, seed, field: options.field };
				found.push(
					await harness.call<GroupedBy>('bench/groups/page.ts', 'groupBoth', wanted, progress.show),
				);
			}
			const groups = found.map((each) => each.groups).join(', ');
			lines.push(
				`| ${modality} | ${groups} | ${words(found.map(({ whitened }) => whitened))} | ${words(found.map(({ plain }) => plain))} |`,
			);
		}
	progress.end();
	console.log(lines.join('\n'));
}

/** Means over the seeds. */
function words(found: readonly Agreement[]): string {
	const mean = (of: (each: Agreement) => number): number =>
		found.reduce((sum, each) => sum + of(each), 0) / found.length;
	return `${mean(({ rand }) => rand).toFixed(3)}, ${(100 * mean(({ purity }) => purity)).toFixed(1)} %`;
}
