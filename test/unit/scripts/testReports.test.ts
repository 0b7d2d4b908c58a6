import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounts, countsLine, noTests, readReport } from '../../../scripts/testReports';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'aisle-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(report: object): ReturnType<typeof readReport> {
	const path = join(folder, 'report.json');
	await writeFile(path, JSON.stringify(report));
	return readReport(path);
}

it('adds up what Vitest and Playwright report', async () => {
	const unit = await read({ numPassedTests: 10, numFailedTests: 0, numPendingTests: 1 });
	const e2e = await read({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 0 } });
	const sum = [unit, e2e].reduce((total, counts) => addCounts(total ?? noTests, counts ?? noTests));
	expect(sum).toEqual({ passed: 13, failed: 1, skipped: 1 });
});

it('knows a run that wrote no report', async () => {
	expect(await readReport(join(folder, 'nothing.json'))).toBeNull();
});

it('says it in one line', () => {
	expect(countsLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
	expect(countsLine({ passed: 12, failed: 0, skipped: 2 })).toBe('12 passed, 0 failed, 2 skipped');
});
