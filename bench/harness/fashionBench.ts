import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder, projectRoot } from '../../scripts/models/places';
import { prepareModels } from '../../scripts/models/prepareModels';
import { type Harness, startHarness } from './harness';

/** Where the benches look for labelled products unless told otherwise. */
export const usualData = resolve(projectRoot, '../shared/data/fashion');

/**
 * Runs a bench over a folder of products, or says that there is none.
 * @param others folders that it brings in as well, after that one
 */
export async function benchOn(
	data: string,
	run: (harness: Harness) => Promise<void>,
	others: string[] = [],
): Promise<void> {
	if (!existsSync(join(data, 'products.csv'))) {
		console.log(`Not measured: no products.csv in ${data}. Name a folder with --data DIR.`);
		return;
	}
	await prepareModels();
	// Embedding 1,200 photos takes minutes: they stay in the browser's profile for the next run.
	const harness = await startHarness({
		folders: [data, ...others],
		profile: join(cacheFolder, 'bench-profile'),
		port: 4331,
	});
	try {
		await run(harness);
	} finally {
		await harness.close();
	}
}
