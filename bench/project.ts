import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareModels } from '../scripts/models/prepareModels';
import { startHarness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';

/*
 * `npm run bench:project [-- --megabytes 100,400]`: how much memory the browser needs to save a project of so many
 * megabytes of photos, to open it, and to write its photos as a zip. Memory is what the operating system counts as
 * resident of the browser's processes, read from `ps` ten times a second: Linux and macOS.
 */

const { values: options } = parseArgs({
	options: { megabytes: { type: 'string', default: '100,400' } },
});
await prepareModels();
const progress = terminalProgress();
console.log('| photos | what | MB/s | pages and workers: before, most | browser: before, most |');
console.log('| --- | --- | --- | --- | --- |');
for (const megabytes of options.megabytes.split(',').map(Number)) {
	// A browser without a profile keeps its database in memory, which is what is measured.
	const profile = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
	const harness = await startHarness({ profile, port: 4332 });
	const call = <Output>(name: string): Promise<Output> =>
		harness.call('bench/project/page.ts', name, { products: megabytes }, progress.show);
	try {
		await call('fill');
		for (const [name, what] of [
			['save', 'saved'],
			['open', 'opened'],
			['zip', 'zipped'],
		] as const) {
			const before = await settled(profile);
			const most = { pages: 0, browser: 0 };
			const watching = setInterval(() => {
				const now = memory(profile);
				most.pages = Math.max(most.pages, now.pages);
				most.browser = Math.max(most.browser, now.browser);
			}, 100);
			const began = performance.now();
			const { bytes } = await call<{ bytes: number }>(name);
			const seconds = (performance.now() - began) / 1000;
			clearInterval(watching);
			const rate = bytes / 1e6 / seconds;
			progress.end();
			console.log(
				`| ${megabytes} MB | ${what} | ${rate.toFixed(0)} | ${before.pages.toFixed(0)}, ${most.pages.toFixed(0)} | ${before.browser.toFixed(0)}, ${most.browser.toFixed(0)} |`,
			);
		}
	} finally {
		await harness.close();
		rmSync(profile, { recursive: true, force: true });
	}
}

interface Memory {
	/** MB of the processes that pages and their workers run in. */
	pages: number;
	/** MB of all others: among them the one that keeps files and databases. */
	browser: number;
}

/** After what ran before has been cleared away. */
async function settled(profile: string): Promise<Memory> {
	await new Promise((done) => setTimeout(done, 5_000));
	return memory(profile);
}

/** Of the browser that has this profile. */
function memory(profile: string): Memory {
	const listed = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
	const processes = listed.split('\n').flatMap((line) => {
		const [, pid, parent, kilobytes, command] =
			/^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
		return command === undefined ? [] : [{ pid, parent, kilobytes: Number(kilobytes), command }];
	});
	const own = new Set(
		processes.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid),
	);
	// Parents come before their children only by chance.
	for (let before = -1; before !== own.size; ) {
		before = own.size;
		for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
	}
	const sum: Memory = { pages: 0, browser: 0 };
	for (const { pid, kilobytes, command } of processes)
		if (own.has(pid))
			sum[command.includes('--type=renderer') ? 'pages' : 'browser'] += (kilobytes * 1024) / 1e6;
	return sum;
}
