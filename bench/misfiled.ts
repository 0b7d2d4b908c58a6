import { parseArgs } from 'node:util';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';
import type { Found, Planting } from './misfiled/page';

/*
 * `npm run bench:misfiled [-- --data DIR] [--seeds 1,2,3] [--looked "photo,title"]`: plants wrong labels in labelled
 * products and looks for them as the Audit screen does, beside the plain way: least probable first. Prints the table of
 * docs/audit.md, a line as soon as it is known.
 */

const looked: { name: string; backbone: string | null; titleColumn: string | null }[] = [
	{ name: 'photo', backbone: 'mobilenetv2', titleColumn: null },
	{ name: 'title', backbone: null, titleColumn: 'title' },
	{ name: 'photo and title', backbone: 'mobilenetv2', titleColumn: 'title' },
	{ name: 'photo and blind title', backbone: 'mobilenetv2', titleColumn: 'title_blind' },
];

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		seeds: { type: 'string', default: '1,2,3' },
		looked: { type: 'string', default: looked.map(({ name }) => name).join() },
	},
});
const seeds = options.seeds.split(',').map(Number);
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	const wanted = options.looked.split(',');
	console.log(
		'| looked at | planted | doubted | precision, recall | plain, as many | average precision, plain | right label proposed |',
	);
	console.log('| --- | --- | --- | --- | --- | --- | --- |');
	for (const { name, ...features } of looked.filter(({ name }) => wanted.includes(name)))
		for (const kind of ['random', 'confusable'] as const)
			for (const share of [0.05, 0.1]) {
				const found: Found[] = [];
				for (const seed of seeds) {
					const planting: Planting = { ...features, share, kind, seed };
					found.push(
						await harness.call<Found>(
							'bench/misfiled/page.ts',
							'plantAndFind',
							planting,
							progress.show,
						),
					);
				}
				progress.end();
				console.log(line(`${name} | ${100 * share} % ${kind}`, found));
			}
}

/** Means over the seeds. */
function line(name: string, found: Found[]): string {
	const mean = (of: (found: Found) => number): number =>
		found.reduce((sum, each) => sum + of(each), 0) / found.length;
	const percent = (of: (found: Found) => number): string => (100 * mean(of)).toFixed(0);
	return `| ${[
		`${name}: ${mean(({ planted }) => planted).toFixed(0)}`,
		mean(({ doubted }) => doubted).toFixed(0),
		`${percent(({ confident }) => confident.precision)}, ${percent(({ confident }) => confident.recall)}`,
		`${percent(({ plain }) => plain.precision)}, ${percent(({ plain }) => plain.recall)}`,
		`${percent(({ confident }) => confident.averagePrecision)}, ${percent(({ plain }) => plain.averagePrecision)}`,
		percent(({ mended }) => mended),
	].join(' | ')} |`;
}
