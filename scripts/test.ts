import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './models/places';
import { PrepareError } from './models/prepareError';
import { prepareModels } from './models/prepareModels';
import { runStep, StepFailed } from './runStep';
import { browserName, ensureBrowser, NoBrowser } from './setup-browser';
import { addCounts, countsLine, noTests, readReport, type TestCounts } from './testReports';

/*
 * `npm test`: everything that must hold, cheapest first; stops at the first failure. Its last line counts
 * the test cases.
 */

interface Step {
	name: string;
	run(): Promise<void>;
	/** Where its runner says how many tests there were. */
	report?: string;
}

const script = (name: string, report?: string): Step => ({
	name,
	run: () => runStep(name, projectRoot),
	...(report && { report: join(projectRoot, 'test-results', report) }),
});

const steps: Step[] = [
	{ name: 'models', run: prepareModels },
	{
		name: 'browser',
		async run() {
			console.log(browserName(ensureBrowser()));
		},
	},
	script('test:format'),
	script('test:types'),
	script('test:lint'),
	script('test:unit', 'unit.json'),
	script('build'),
	script('test:browser', 'browser.json'),
	script('test:e2e', 'e2e.json'),
];

const summary: string[] = [];
let counts: TestCounts = noTests;
try {
	for (const step of steps) await runOne(step);
	console.log(`\n${summary.join('\n')}\n`);
	console.log(countsLine(counts));
} catch (error) {
	const isExpected =
		error instanceof StepFailed || error instanceof PrepareError || error instanceof NoBrowser;
	if (!isExpected) throw error;
	console.error(`\n${summary.join('\n')}\n${countsLine(counts)}\n${error.message}`);
	process.exitCode = 1;
}

async function runOne({ name, run, report }: Step): Promise<void> {
	console.log(`\n— ${name}`);
	if (report) await rm(report, { force: true });
	const start = performance.now();
	let line = '';
	try {
		await run();
	} finally {
		// Read at once: the next runner may clear the folder.
		const found = report ? await readReport(report) : null;
		if (found) {
			counts = addCounts(counts, found);
			line = countsLine(found);
		}
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		summary.push(`${name.padEnd(14)} ${seconds.padStart(6)} s  ${line}`.trimEnd());
	}
}
