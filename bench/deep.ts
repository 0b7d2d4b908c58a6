import { parseArgs } from 'node:util';
import type { DeepResult, DeepRun } from './deep/page';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';

/*
 * `npm run bench:deep [-- --data DIR] [--products 28] [--run stages=2,tuningEpochs=6]…`: networks that stay as they are,
 * that learn along, and that begin from nothing, on the same products. Each `--run` names what differs from the default.
 */

const usual = ['', 'photoDepth=partly', 'photoDepth=scratch,tuningEpochs=30'];

const { values: options } = parseArgs({
	options: {
		data: { type: 'string', default: usualData },
		products: { type: 'string', default: '28' },
		run: { type: 'string', multiple: true, default: usual },
	},
});
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	console.log(
		'| what differs | accuracy (95 %) | held out | training, s | of the network, kept epoch |',
	);
	console.log('| --- | --- | --- | --- | --- |');
	for (const settings of options.run) {
		const asked: DeepRun = { changed: changesOf(settings), perLabel: Number(options.products) };
		const found = await harness.call<DeepResult>(
			'bench/deep/page.ts',
			'trainDeep',
			asked,
			progress.show,
		);
		progress.end();
		console.log(line(settings || 'nothing', found));
	}
}

/** `stages=2,photoDepth=partly`; several networks as `backbones=a+b`. */
function changesOf(settings: string): DeepRun['changed'] {
	const pairs = settings.split(',').filter((pair) => pair !== '');
	return Object.fromEntries(
		pairs.map((pair) => {
			const [name = '', value = ''] = pair.split('=');
			if (name === 'backbones') return [name, value.split('+')];
			return [name, Number.isNaN(Number(value)) ? value : Number(value)];
		}),
	);
}

function line(name: string, found: DeepResult): string {
	const percent = (share: number): string => (100 * share).toFixed(1);
	const { network, difference } = found;
	return `| ${[
		name,
		`${percent(found.accuracy)} (${found.interval.map(percent).join('–')})`,
		percent(found.heldOut),
		found.seconds.toFixed(0),
		network
			? `${network.seconds.toFixed(0)} s, epoch ${network.epoch} (${network.accuracies.map(percent).join(' ')}), ${(network.bytes / 1e6).toFixed(1)} MB, differed by ${difference?.toExponential(1) ?? '–'}`
			: '–',
	].join(' | ')} |`;
}
