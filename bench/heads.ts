import { parseArgs } from 'node:util';
import type { Augmentation } from '../src/domain/augmentation';
import { mcNemar, pairedDifference } from '../src/maths/pairedComparison';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';
import type { Compared, Features } from './heads/page';
import type { HeldOut } from './heads/views';

/*
 * `npm run bench:heads [-- --data DIR] [--seeds 101,102,…] [--only TEXT]`: the app's default head beside a tuned
 * logistic regression on the same embeddings, on the given split and on drawn ones; with `--views`, what changed copies
 * of photos bring, by cross-validation on the training part. Prints the tables of docs/heads.md.
 */

interface Measured extends Features {
	name: string;
	/** Test accuracy on the given split of scikit-learn's logistic regression on the networks' float32 embeddings. */
	scikitLearn: number | null;
}

const measured: Measured[] = [
	{ name: 'photo, MobileNetV2', backbones: ['mobilenetv2'], titleColumn: null, scikitLearn: 0.822 },
	{ name: 'photo, ResNet-50', backbones: ['resnet50'], titleColumn: null, scikitLearn: 0.844 },
	{
		name: 'photo, both networks',
		backbones: ['mobilenetv2', 'resnet50'],
		titleColumn: null,
		scikitLearn: 0.85,
	},
	{ name: 'title', backbones: [], titleColumn: 'title', scikitLearn: 0.969 },
	{ name: 'blind title', backbones: [], titleColumn: 'title_blind', scikitLearn: 0.503 },
	{
		name: 'photo (MobileNetV2) and title',
		backbones: ['mobilenetv2'],
		titleColumn: 'title',
		scikitLearn: null,
	},
	{
		name: 'photo (MobileNetV2) and blind title',
		backbones: ['mobilenetv2'],
		titleColumn: 'title_blind',
		scikitLearn: 0.869,
	},
];

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		seeds: { type: 'string', default: '101,102,103,104,105' },
		/** Features whose name contains it. */
		only: { type: 'string', default: '' },
		views: { type: 'boolean', default: false },
	},
});
const seeds = options.seeds.split(',').map(Number);
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	const lines = await (options.views ? viewsTable : comparedTables)((file, name, input) =>
		harness.call(`bench/heads/${file}.ts`, name, input, progress.show),
	);
	progress.end();
	console.log(lines.join('\n'));
}

type CallPage = <Output>(file: string, name: string, input: unknown) => Promise<Output>;

async function comparedTables(page: CallPage): Promise<string[]> {
	const given: string[] = [];
	const drawn: string[] = [];
	for (const { name, scikitLearn, ...features } of measured) {
		if (!name.includes(options.only)) continue;
		const { secondsPerProduct } = await page<{ secondsPerProduct: number }>(
			'page',
			'prepare',
			features,
		);
		const compared = (seed: number | null) => page<Compared>('page', 'compare', { features, seed });
		given.push(givenLine(name, scikitLearn, await compared(null), secondsPerProduct));
		const splits: Compared[] = [];
		for (const seed of seeds) splits.push(await compared(seed));
		drawn.push(drawnLine(name, splits));
	}
	return [
		'| given split | scikit-learn | peer | Aisle, top-3 | only Aisle : only peer | training, embedding |',
		'| --- | --- | --- | --- | --- | --- |',
		...given,
		'',
		`| splits ${options.seeds} | peer | Aisle | difference on each: mean (95 %) |`,
		'| --- | --- | --- | --- |',
		...drawn,
	];
}

const viewChoices: Augmentation[][] = [
	[],
	['mirror'],
	['mirror', 'crop'],
	['mirror', 'crop', 'rotate', 'colour'],
];

async function viewsTable(page: CallPage): Promise<string[]> {
	const lines = [
		'| copies | held out | difference to none on each: mean (95 %) | calibration error | training |',
		'| --- | --- | --- | --- | --- |',
	];
	let none: number[] | null = null;
	for (const augmentations of viewChoices) {
		await page('views', 'prepareViews', { augmentations });
		const found: HeldOut[] = [];
		for (const seed of seeds)
			found.push(await page<HeldOut>('views', 'crossValidate', { augmentations, seed }));
		const accuracies = found.map(({ accuracy }) => accuracy);
		none ??= accuracies;
		lines.push(
			row(
				augmentations.join(', ') || 'none',
				percent(meanOf(accuracies)),
				differences(accuracies, none),
				percent(meanOf(found.map(({ ece }) => ece))),
				`${meanOf(found.map(({ seconds }) => seconds)).toFixed(1)} s`,
			),
		);
	}
	return lines;
}

function givenLine(
	name: string,
	scikitLearn: number | null,
	compared: Compared,
	secondsPerProduct: number,
): string {
	const { head, peer, top3, learned, seconds } = compared;
	const { onlyFirst, onlySecond, pValue } = mcNemar(head, peer);
	const embedding = secondsPerProduct * learned;
	return row(
		name,
		scikitLearn === null ? '' : percent(scikitLearn),
		percent(share(peer)),
		`**${percent(share(head))}**, ${percent(top3)}`,
		`${onlyFirst} : ${onlySecond}, p = ${pValue.toFixed(2)}`,
		`${seconds.toFixed(1)} s, ${embedding.toFixed(1)} s: ${(seconds / embedding).toFixed(2)}`,
	);
}

function drawnLine(name: string, splits: Compared[]): string {
	const heads = splits.map(({ head }) => share(head));
	const peers = splits.map(({ peer }) => share(peer));
	return row(name, percent(meanOf(peers)), percent(meanOf(heads)), differences(heads, peers));
}

/** Pair by pair, and their mean with its interval. */
function differences(first: number[], second: number[]): string {
	const { mean, low, high } = pairedDifference(first, second);
	const each = first.map((value, pair) => points(value - (second[pair] as number)));
	return `${each.join(', ')}: **${points(mean)}** (${points(low)} to ${points(high)})`;
}

function row(...cells: string[]): string {
	return `| ${cells.join(' | ')} |`;
}

function share(right: boolean[]): number {
	return right.filter(Boolean).length / right.length;
}

function meanOf(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** In percent, without the sign: the tables say so once. */
function percent(value: number): string {
	return (100 * value).toFixed(1);
}

function points(value: number): string {
	return `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;
}
