import { AppError } from '../../src/domain/errors';
import type { JobContext, Progress } from '../../src/domain/job';
import { problemWords } from '../../src/ui/errorMessages';
import { i18next } from '../../src/ui/text/i18n';
import { type PageHarness, pageHarness } from './pageHarness';

type PageFunction = (harness: PageHarness, input: unknown, job: JobContext) => Promise<unknown>;

interface Call {
	module: string;
	name: string;
	/** JSON */
	input: string;
}

declare global {
	interface Window {
		harnessProgress(progress: Progress): void;
		harnessCall(call: Call): Promise<{ output: string } | { failure: string; code: string | null }>;
	}
}

let harness: Promise<PageHarness> | null = null;

window.harnessCall = async ({ module, name, input }) => {
	try {
		harness ??= pageHarness();
		const loaded = (await import(/* @vite-ignore */ module)) as Record<string, PageFunction>;
		const run = loaded[name];
		if (!run) throw new TypeError(`${module} exports no ${name}`);
		const output = await run(await harness, JSON.parse(input), {
			signal: new AbortController().signal,
			report: throttledReport(),
		});
		return { output: JSON.stringify(output ?? null, plainArrays) };
	} catch (error) {
		if (error instanceof AppError) {
			const { sentence, remedy } = problemWords(i18next.t, error);
			return { failure: `${sentence} ${remedy} (${error.code})`, code: error.code };
		}
		const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { failure, code: null };
	}
};

/** Each report crosses to Node and waits for an answer there: four a second do. */
function throttledReport(): (progress: Progress) => void {
	let last = { at: Number.NEGATIVE_INFINITY, step: '' };
	return (progress) => {
		const at = performance.now();
		const ended = progress.done === progress.total;
		if (at - last.at < 250 && progress.step === last.step && !ended) return;
		last = { at, step: progress.step };
		void window.harnessProgress(progress);
	};
}

function plainArrays(_key: string, value: unknown): unknown {
	return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
}
