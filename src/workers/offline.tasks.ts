import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { KeptFile, KeptState } from '../domain/offline';
import type { Problem } from '../domain/product';
import { checkedDownload, isIntact } from '../formats/checkedDownload';
import { addressOf } from '../formats/ownPaths';
import { type KeptFiles, keptFiles } from '../storage/keptFiles';
import type { OfflineContract } from './offline.contract';

/** What the offline worker does. Apart from its registration, so that tests can call it without a worker. */
export const offlineTasks: OfflineContract = { check, keep };

interface Input {
	base: string;
	files: KeptFile[];
}

async function check({ base, files }: Input, { signal }: JobContext): Promise<KeptState[]> {
	const kept = keptFiles(base);
	const states: KeptState[] = [];
	for (const file of files) {
		signal.throwIfAborted();
		states.push(await stateOf(file, kept));
	}
	return states;
}

async function stateOf(file: KeptFile, kept: KeptFiles): Promise<KeptState> {
	const stored = await kept.read(file);
	if (!stored) return 'missing';
	// A body that cannot be read any more is as good as another one.
	const bytes = await stored.arrayBuffer().catch(() => new ArrayBuffer());
	return (await isIntact(file, new Uint8Array(bytes))) ? 'kept' : 'damaged';
}

async function keep({ base, files }: Input, { signal, report }: JobContext): Promise<Problem[]> {
	const kept = keptFiles(base);
	const problems: Problem[] = [];
	const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
	let done = 0;
	let count = 0;
	const say = (): void =>
		report({ step: 'keep-offline', done, total, files: { done: count, total: files.length } });
	for (const file of files) {
		signal.throwIfAborted();
		const before = done;
		try {
			await keepOne(base, file, kept, signal, (bytes) => {
				done += bytes;
				say();
			});
		} catch (error) {
			if (!(error instanceof AppError) || error.code.startsWith('storage-')) throw error;
			problems.push({ code: error.code, detail: error.detail });
		}
		count += 1;
		done = before + file.bytes;
		say();
	}
	return problems;
}

async function keepOne(
	base: string,
	file: KeptFile,
	kept: KeptFiles,
	signal: AbortSignal,
	onBytes: (count: number) => void,
): Promise<void> {
	const state = await stateOf(file, kept);
	if (state === 'kept') return;
	if (state === 'damaged') await kept.remove(file);
	// Asked of the server, but without sending again what the browser already has.
	const url = addressOf(file, base);
	await kept.write(file, await checkedDownload(file, url, { cache: 'no-cache', signal, onBytes }));
}
