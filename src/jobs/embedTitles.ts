import type { JobContext } from '../domain/job';
import type { TextEngine } from './textEngine';

const batchSize = 64;

interface Input {
	/** Texts with the ids their rows are stored under. */
	items: { id: string; text: string }[];
	engine: TextEngine;
	/** Called after each batch, when its rows are safely stored. */
	onBatch(ids: string[]): void;
	unpaused(): Promise<void>;
}

/** Embeds titles in batches and stores them. */
export async function embedTitles(input: Input, job: JobContext): Promise<void> {
	const { items, engine, onBatch, unpaused } = input;
	for (let start = 0; start < items.length; start += batchSize) {
		await unpaused();
		const batch = items.slice(start, start + batchSize);
		await engine.embedAndStore(batch, { signal: job.signal, report() {} });
		onBatch(batch.map(({ id }) => id));
		const done = Math.min(start + batchSize, items.length);
		job.report({ step: 'embed-titles', done, total: items.length });
	}
}
