import { spawnSync } from 'node:child_process';
import { access, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startHarness } from '../bench/harness/harness';
import { terminalProgress } from '../bench/harness/terminalProgress';
import { fusions } from '../src/domain/fusion';
import { folderPrint } from './evaluate/folders';
import type { LabInput, LabOutput } from './lab/page';
import { prepareModels } from './models/prepareModels';

/*
 * `npm run lab:fashion`: the strategies there are, compared on 1,200 fashion products by the Compare screen's own code
 * in a headless browser. Writes docs/strategies.md. With `--profile DIR` a run that was stopped goes on.
 */

const root = resolve(import.meta.dirname, '..');
/** Storage belongs to an address, so a kept profile needs the same one every time. */
const port = 4329;

const { values } = parseArgs({
	options: {
		data: { type: 'string', default: join(root, '../shared/data/fashion') },
		profile: { type: 'string' },
		out: { type: 'string', default: join(root, 'docs/strategies.md') },
		seeds: { type: 'string', default: '10' },
	},
});

const common = {
	field: 'articleType',
	strategies: {
		modalities: ['photo', 'title', 'both'],
		backbones: ['mobilenetv2'],
		tunings: ['frozen'],
		textFeatures: ['bert', 'tfidf'],
		fusions,
		kinds: ['softmax'],
		source: null,
	},
} as const;
const blind: LabInput = {
	...common,
	strategies: { ...common.strategies, textFeatures: ['bert'] },
	titleColumn: 'title_blind',
	seeds: Number(values.seeds),
	splits: 'drawn',
};
const given: LabInput = { ...common, titleColumn: 'title_blind', seeds: 1, splits: 'given' };

const there = await access(join(values.data, 'products.csv')).then(
	() => true,
	() => false,
);
if (!there) {
	console.error(`${values.data} holds no products.csv. Name the folder with --data.`);
	process.exit(1);
}
await prepareModels();
const harness = await startHarness({
	folders: [values.data],
	...(values.profile
		? { profile: join(values.profile, await folderPrint(values.data)), port }
		: {}),
});
const progress = terminalProgress();
try {
	const compare = (input: LabInput): Promise<LabOutput> =>
		harness.call('scripts/lab/page.ts', 'compareStrategies', input, progress.show);
	const onGiven = await compare(given);
	const onDrawn = await compare(blind);
	progress.end();
	await writeFile(values.out, document(onGiven, onDrawn));
	// The format of documents is checked, that of tables, too.
	spawnSync('npx', ['biome', 'format', '--write', values.out], { cwd: root, stdio: 'inherit' });
	console.log(onDrawn.table);
} finally {
	await harness.close();
}

function document(onGiven: LabOutput, onDrawn: LabOutput): string {
	const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
	const claim = onDrawn.fused.filter(
		({ difference }) =>
			difference && difference.difference.mean >= 0.02 && difference.difference.low > 0,
	);
	return `# Strategies

Made by \`npm run lab:fashion\` on ${new Date().toISOString().slice(0, 10)}, on ${machine}; WASM in a headless browser, other work beside it. Times are for scale only.

${onDrawn.products.all.toLocaleString('en')} fashion products, 30 article types. The title is \`title_blind\`: without the words that name any of the types, because a plain title usually says the type. Photos are looked at by a frozen MobileNetV2; titles are read by a frozen BERT (all-MiniLM-L6-v2) or counted word by word (TF-IDF). Heads are softmax regression; sum, product, maximum and gate are trained end to end as one head, with a fifth of the products shown without their photo or title at each step.

## Is fused better than either alone?

${values.seeds} random splits (60 % to learn from, 20 % to choose by, 20 % to test on), a new one with each seed, near-duplicates on one side. The baseline is the better single modality: ${onDrawn.baseline}. Differences are paired, split by split, with Student's 95 % interval of their mean; McNemar's test is on the first split. Splits of one catalogue share products, so these intervals are somewhat too narrow.

${onDrawn.table}
${claimWords(claim.map(({ name }) => name))}

## On the catalogue's own split

28 products of each type to learn from, 12 to test on (${onGiven.products.tested}), one seed. The interval is Wilson's.

${onGiven.table}
## What is missing

Of fourteen strategies (photo and title each at three depths, five fusions of frozen networks, ways to fine-tune both) these are the frozen ones, and late fusion for reference. Photo networks that learn along, or begin from nothing, are on Train and Compare and in \`npm run bench:deep\`: each takes minutes here, so they have no rows in these tables. BERT’s last block does not learn along yet, nor do both networks as one. Peak memory is not measured.
`;
}

function claimWords(names: string[]): string {
	return names.length === 0
		? 'No fusion is two points better than the baseline with an interval above zero.'
		: `At least two points better than either alone, with the interval above zero: ${names.join('; ')}.`;
}
