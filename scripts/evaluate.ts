import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessFailure, startHarness } from '../bench/harness/harness';
import { terminalProgress } from '../bench/harness/terminalProgress';
import { assertPlaces, folderPrint } from './evaluate/folders';
import { evaluateOptions, UsageError, usage } from './evaluate/options';
import type { PageResult, Refusal } from './evaluate/page';
import { predictionsCsv, resultJson, summary } from './evaluate/result';
import { PrepareError } from './models/prepareError';
import { prepareModels } from './models/prepareModels';

/*
 * `npm run evaluate`: trains and measures a head on a folder, on the app's own code in a headless browser.
 * The report goes to `--out` as JSON, a summary to the terminal.
 */

/** Storage belongs to an address, so a kept profile needs the same one every time. */
const profilePort = 4329;

try {
	const options = evaluateOptions(process.argv.slice(2));
	await assertPlaces(options);
	await prepareModels();
	const loaded = options.load ? (await readFile(options.load)).toString('base64') : null;
	const harness = await startHarness({
		folders: [options.data],
		...(options.profile
			? { profile: join(options.profile, await folderPrint(options.data)), port: profilePort }
			: {}),
	});
	const progress = terminalProgress();
	try {
		const result = await harness.call<PageResult | Refusal>(
			'scripts/evaluate/page.ts',
			'evaluateData',
			{ options, loaded },
			progress.show,
		);
		progress.end();
		if ('refused' in result) throw new UsageError(result.refused);
		const json = resultJson(result, options);
		if (options.out) await writeFile(options.out, `${JSON.stringify(json, null, '\t')}\n`);
		if (options.save && result.file)
			await writeFile(options.save, Buffer.from(result.file, 'base64'));
		if (options.predict) await writeFile(options.predict, predictionsCsv(result.predictions));
		console.log(summary(json));
	} finally {
		await harness.close();
	}
} catch (error) {
	const known =
		error instanceof UsageError ||
		error instanceof PrepareError ||
		(error instanceof HarnessFailure && error.code !== null);
	if (!known) throw error;
	console.error(error.message);
	if (error instanceof UsageError) console.error(`\n${usage}`);
	process.exitCode = 1;
}
