import type { JobContext } from '../domain/job';
import type { TextEngine } from './textEngine';

const batchSize = 32; // titles, with the few texts of each that are new

/** A title and which of its texts (maths/zeroShot/titleText.ts) are to be embedded. */
export interface TitleToEmbed {
	title: string;
	/** Texts with the ids their rows are stored under. */
	texts: { id: string; text: string }[];
}

interface Input {
	titles: TitleToEmbed[];
	engine: TextEngine;
	/** Called after each batch of titles, when their rows are safely stored. */
	onBatch(titles: string[]): void;
	unpaused(): Promise<void>;
}

/** Embeds titles in batches and stores them. */
export async function embedTitles(input: Input, job: JobContext): Promise<void> {
	const { titles, engine, onBatch, unpaused } = input;
	for (let start = 0; start < titles.length; start += batchSize) {
		await unpaused();
		const batch = titles.slice(start, start + batchSize);
		const texts = batch.flatMap((title) => title.texts);
		await engine.embedAndStore(texts, { signal: job.signal, report() {} });
		onBatch(batch.map(({ title }) => title));
		job.report({ step: 'embed-titles', done: start + batch.length, total: titles.length });
	}
}
