import { parseArgs } from 'node:util';
import type { Augmentation } from '../src/domain/augmentation';
import { mcNemar, pairedDifference } from '../src/maths/pairedComparison';
import { writeRows } from './harness/documentTable';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';
import type { Compared, Features } from './heads/page';
import type { HeldOut } from './heads/views';

/*
 * `npm run bench:heads [-- --data DIR] [--seeds 101,102,…] [--only TEXT]`: the app's default head beside a tuned
 * logistic regression on the same embeddings, on the given split and on drawn ones; with `--views`, what changed copies
 * of photos bring, by cross-validation on the training part. Prints each row as it is measured, and with the usual
 * seeds writes it into docs/heads.md.
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

const usualSeeds = '101,102,103,104,105';

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		seeds: { type: 'string', default: usualSeeds },
		/** Features whose name contains it. */
		only: { type: 'string', default: '' },
		views: { type: 'boolean', default: false },
	},
});
const seeds = options.seeds.split(',').map(Number);
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	await (options.views ? measureViews : compareWithPeer)(
		(file, name, input) => harness.call(`bench/heads/${file}.ts`, name, input, progress.show),
		async (table, row) => {
			progress.end();
			console.log(`${table} | ${row.join(' | ')}`);
			if (options.seeds === usualSeeds)
				await writeRows('docs/heads.md', `bench:heads ${table}`, [row]);
		},
	);
	progress.end();
}

type CallPage = <Output>(file: string, name: string, input: unknown) => Promise<Output>;

type TakeRow = (table: string, row: string[]) => Promise<void>;

async function compareWithPeer(page: CallPage, take: TakeRow): Promise<void> {
	for (const { name, scikitLearn, ...features } of measured) {
		if (!name.includes(options.only)) continue;
		const { secondsPerProduct } = await page<{ secondsPerProduct: number }>(
			'page',
			'prepare',
			features,
		);
		const compared = (seed: number | null) => page<Compared>('page', 'compare', { features, seed });
		await take('given', givenRow(name, scikitLearn, await compared(null), secondsPerProduct));
		const splits: Compared[] = [];
		for (const seed of seeds) splits.push(await compared(seed));
		await take('drawn', drawnRow(name, splits));
	}
}

const viewChoices: Augmentation[][] = [
	[],
	['mirror'],
	['mirror', 'crop'],
	['mirror', 'crop', 'rotate', 'colour'],
];

async function measureViews(page: CallPage, take: TakeRow): Promise<void> {
	let none: number[] | null = null;
	for (const augmentations of viewChoices) {
		await page('views', 'prepareViews', { augmentations });
		const found: HeldOut[] = [];
		for (const seed of seeds)
			found.push(await page<HeldOut>('views', 'crossValidate', { augmentations, seed }));
		const accuracies = found.map(({ accuracy }) => accuracy);
		await take('views', [
			augmentations.join(', ') || 'none',
			percent(meanOf(accuracies)),
			none ? differences(accuracies, none) : '',
			percent(meanOf(found.map(({ ece }) => ece))),
			`${meanOf(found.map(({ seconds }) => seconds)).toFixed(1)} s`,
		]);
		none ??= accuracies;
	}
}

function givenRow(
	name: string,
	scikitLearn: number | null,
	compared: Compared,
	secondsPerProduct: number,
): string[] {
	const { head, peer, top3, learned, seconds } = compared;
	const { onlyFirst, onlySecond, pValue } = mcNemar(head, peer);
	const embedding = secondsPerProduct * learned;
	return [
		name,
		scikitLearn === null ? '' : percent(scikitLearn),
		percent(share(peer)),
		`**${percent(share(head))}**`,
		percent(top3),
		`${onlyFirst} : ${onlySecond}, p = ${pValue.toFixed(2)}`,
		`${seconds.toFixed(1)} s, ${embedding.toFixed(0)} s: ${(seconds / embedding).toFixed(2)}`,
	];
}

function drawnRow(name: string, splits: Compared[]): string[] {
	const heads = splits.map(({ head }) => share(head));
	const peers = splits.map(({ peer }) => share(peer));
	return [name, percent(meanOf(peers)), percent(meanOf(heads)), differences(heads, peers)];
}

/** Pair by pair, and their mean with its interval. */
function differences(first: number[], second: number[]): string {
	const { mean, low, high } = pairedDifference(first, second);
	const each = first.map((value, pair) => points(value - (second[pair] as number)));
	return `${each.join(', ')}: **${points(mean)}** (${points(low)} to ${points(high)})`;
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
