import { expect, it } from 'vitest';
import { initialData } from '../../../src/state/initialData';
import { jobRunner } from '../../../src/state/jobRunner';
import type { AisleData } from '../../../src/state/types';

function runnerWithState() {
	let state: AisleData = initialData;
	const runner = jobRunner((change) => {
		state = { ...state, ...change(state) };
	});
	return { runner, job: () => state.jobs.get('import') };
}

it('shows progress while it runs and nothing afterwards', async () => {
	const { runner, job } = runnerWithState();
	const result = await runner.run('import', true, async ({ report }) => {
		report({ step: 'embed-photos', done: 3, total: 10 });
		expect(job()?.progress).toEqual({ step: 'embed-photos', done: 3, total: 10 });
		return 7;
	});
	expect(result).toBe(7);
	expect(job()).toBeUndefined();
});

it('holds a paused job between batches until it is resumed', async () => {
	const { runner, job } = runnerWithState();
	const order: string[] = [];
	const running = runner.run('import', true, async ({ unpaused }) => {
		runner.pause('import');
		expect(job()?.paused).toBe(true);
		const held = unpaused().then(() => order.push('went on'));
		order.push('held');
		runner.resume('import');
		await held;
	});
	await running;
	expect(order).toEqual(['held', 'went on']);
});

it('cancels a paused job', async () => {
	const { runner, job } = runnerWithState();
	const running = runner.run('import', true, async ({ unpaused }) => {
		runner.pause('import');
		await unpaused();
	});
	runner.cancel('import');
	await expect(running).rejects.toMatchObject({ name: 'AbortError' });
	await runner.idle();
	expect(job()).toBeUndefined();
});

it('takes the job off the screen when it fails', async () => {
	const { runner, job } = runnerWithState();
	await expect(runner.run('import', true, () => Promise.reject(new Error('bug')))).rejects.toThrow(
		'bug',
	);
	expect(job()).toBeUndefined();
});
