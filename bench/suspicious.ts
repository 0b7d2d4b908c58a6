import { parseArgs } from 'node:util';
import { modelsRoot } from '../scripts/models/places';
import { benchOn, usualData } from './harness/fashionBench';
import { terminalProgress } from './harness/terminalProgress';
import type { FoundListings, PlantingListings } from './suspicious/page';

/*
 * `npm run bench:suspicious [-- --data DIR] [--seeds 1,2,3]`: plants swapped titles, reused photos, wild prices, wrong
 * genders and photos of other shops in labelled products, and looks for them as the Audit screen does. Prints the table
 * of docs/audit.md.
 */

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		seeds: { type: 'string', default: '1,2,3' },
		each: { type: 'string', default: '24' },
	},
});

await benchOn(
	options.data,
	async (harness) => {
		const progress = terminalProgress();
		const runs: FoundListings[][] = [];
		for (const seed of options.seeds.split(',').map(Number)) {
			const planting: PlantingListings = { each: Number(options.each), seed };
			runs.push(
				await harness.call('bench/suspicious/page.ts', 'plantListings', planting, progress.show),
			);
		}
		progress.end();
		console.log('| kind | planted | found | listed | of them planted | listed before planting |');
		console.log('| --- | --- | --- | --- | --- | --- |');
		for (const [at, { kind }] of (runs[0] ?? []).entries()) {
			const mean = (of: keyof Omit<FoundListings, 'kind'>): string =>
				(runs.reduce((sum, run) => sum + (run[at]?.[of] ?? 0), 0) / runs.length).toFixed(1);
			const cells = (['planted', 'hits', 'listed', 'plantedOfAny', 'before'] as const).map(mean);
			console.log(`| ${[kind, ...cells].join(' | ')} |`);
		}
	},
	[`${modelsRoot}/sample-catalogue`],
);
