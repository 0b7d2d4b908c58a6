import type { TextBackend, TextEncoderReady } from '../domain/backends';
import { embeddingSetId } from '../domain/embedding';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { TextEncoderEntry } from '../domain/models';
import { titleStamp } from '../maths/stamps';
import { putEmbeddings } from '../storage/embeddings';
import { modelFiles } from './modelFiles';
import { TitleEncoder } from './textEncoder';

interface LoadInput {
	encoder: TextEncoderEntry;
	backend: TextBackend;
	base: string;
}

interface Item {
	id: string;
	text: string;
}

/** Texts between two looks at the signal, stored in one transaction; a text takes about 5 ms. */
const textsPerStep = 16;
/** For measuring: titles as long as they come. */
const trialTitles = [
	'Fabindia Women Printed Blue Kurta',
	'Nike Men Air Max Running Shoes White',
	'Stainless steel water bottle, 750 ml, leak-proof, with a carrying loop',
	'Titan Silver Watch',
	'Organic green tea, 100 bags',
];

/** What the text worker does: one encoder for life. See `TextContract`. */
export function textService() {
	let encoder: TitleEncoder | null = null;
	let asked = false;

	async function load(input: LoadInput, job: JobContext): Promise<TextEncoderReady> {
		// After a failed session the runtime answers every later one with the first failure.
		if (asked) throw new Error('a text worker loads once');
		asked = true;
		const entry = input.encoder;
		const loaded = await TitleEncoder.load(entry, modelFiles(entry, input.base), (done, total) => {
			job.signal.throwIfAborted();
			job.report({ step: 'load-model', done, total });
		});
		const millisecondsPerTitle = await measured(loaded);
		encoder = loaded;
		return {
			backend: input.backend,
			millisecondsPerTitle,
			threads: 1,
			stamp: titleStamp(entry),
		};
	}

	/** @param take is given the vectors of each step, and where in `texts` they begin */
	async function inSteps(
		texts: string[],
		job: JobContext,
		take: (vectors: Float32Array[], start: number, encoder: TitleEncoder) => void | Promise<void>,
	): Promise<void> {
		// A fresh worker in place of one that died knows nothing; to the page that is the same death.
		if (!encoder) throw new AppError('worker-died', { reason: 'nothing is loaded' });
		for (let start = 0; start < texts.length; start += textsPerStep) {
			// Messages are only received between tasks, so let one pass before looking.
			await new Promise((resolve) => setTimeout(resolve));
			job.signal.throwIfAborted();
			const vectors: Float32Array[] = [];
			for (const text of texts.slice(start, start + textsPerStep))
				vectors.push(await encoder.embed(text));
			await take(vectors, start, encoder);
			const done = start + vectors.length;
			job.report({ step: 'embed-titles', done, total: texts.length });
		}
	}

	async function embed({ texts }: { texts: string[] }, job: JobContext) {
		const all: Float32Array[] = [];
		await inSteps(texts, job, (vectors) => void all.push(...vectors));
		const dimensions = encoder?.entry.dimensions ?? 0;
		const packed = new Float32Array(texts.length * dimensions);
		for (const [i, vector] of all.entries()) packed.set(vector, i * dimensions);
		return { vectors: packed };
	}

	async function embedAndStore({ items }: { items: Item[] }, job: JobContext) {
		const texts = items.map(({ text }) => text);
		await inSteps(texts, job, async (vectors, start, { entry }) => {
			const set = embeddingSetId(titleStamp(entry));
			const ids = items.slice(start, start + vectors.length).map(({ id }) => id);
			await putEmbeddings(
				ids.map((item, i) => ({ set, item, vector: vectors[i] as Float32Array })),
			);
		});
		return { texts: items.length };
	}

	return { load, embed, embedAndStore };
}

/** Median milliseconds for one title, after a first one to warm up. */
async function measured(encoder: TitleEncoder): Promise<number> {
	await encoder.embed('warm-up');
	const times: number[] = [];
	for (const title of trialTitles) {
		const begin = performance.now();
		await encoder.embed(title);
		times.push(performance.now() - begin);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}
