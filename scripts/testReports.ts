import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface TestCounts {
	passed: number;
	failed: number;
	skipped: number;
}

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

const vitest = z
	.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })
	.transform((report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests,
	}));

const playwright = z
	.object({
		stats: z.object({
			expected: z.number(),
			unexpected: z.number(),
			flaky: z.number(),
			skipped: z.number(),
		}),
	})
	.transform(({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
	}));

/** Counts of a JSON report of Vitest or Playwright; `null` when it wrote none. */
export async function readReport(path: string): Promise<TestCounts | null> {
	const text = await readFile(path, 'utf8').catch(() => null);
	return text === null ? null : z.union([vitest, playwright]).parse(JSON.parse(text));
}

export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
	return {
		passed: a.passed + b.passed,
		failed: a.failed + b.failed,
		skipped: a.skipped + b.skipped,
	};
}

/** `12 passed, 0 failed`, and how many were skipped if any. */
export function countsLine({ passed, failed, skipped }: TestCounts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
