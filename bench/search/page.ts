import type { JobContext } from '../../src/domain/job';
import { toClassify } from '../../src/jobs/labelledProducts';
import { sortBackbone } from '../../src/jobs/modelEntries';
import { searchInputs } from '../../src/jobs/similar';
import { storedRows } from '../../src/learning/heads/storedRows';
import type { PageHarness } from '../harness/pageHarness';

/** What the networks see in the products of folder 0: rows of photos and of titles, those that have both. */
export async function realRows(
	harness: PageHarness,
	_: unknown,
	job: JobContext,
): Promise<{ photos: number[][]; titles: number[][] }> {
	await harness.bringIn(0, job);
	const products = await harness.products();
	const backbone = sortBackbone(harness.manifest).id;
	await harness.embed({ products, backbone, titles: true }, job);
	const { photos, titles } = searchInputs(harness.manifest);
	const rows = await storedRows(products.map(toClassify), [photos, titles]);
	const width = photos.dimensions + titles.dimensions;
	const found: { photos: number[][]; titles: number[][] } = { photos: [], titles: [] };
	for (let start = 0; start < rows.length; start += width) {
		const row = rows.subarray(start, start + width);
		if (row.some(Number.isNaN)) continue;
		// Five digits do: noise is added to them.
		const short = Array.from(row, (value) => Number(value.toPrecision(5)));
		found.photos.push(short.slice(0, photos.dimensions));
		found.titles.push(short.slice(photos.dimensions));
	}
	return found;
}
