import type { TriedCount } from '../domain/groups';
import type { InputBlock } from '../domain/head';
import type { JobContext } from '../domain/job';
import { clearestCount, fitGroupRows, groupRows, triedCounts } from '../maths/groupRows';
import { type Clustering, kMeans } from '../maths/kMeans';
import { seededRandom, shuffled } from '../maths/seededRandom';
import { distanceTable, meanSilhouette } from '../maths/silhouette';
import type { Whitening } from '../maths/whitening';
import { breathe } from './heads/batches';
import { knownRows, pickRows, type RowSource, storedRows } from './heads/storedRows';

interface GroupInput {
	products: RowSource[];
	inputs: InputBlock[];
	count: number | null;
	seed: number;
}

/** Products read from storage at once. */
const productsAtOnce = 500;
/** Products that the directions of whitening are found by: more would only take longer. */
const fittedOn = 1000;
/** Products by which numbers of groups are judged: the table of their distances is 4 MB. */
const judgedOn = 1000;
/** Starts of k-means, for the number alone and for what is shown. */
const starts = { judging: 2, shown: 5 };

/** What the groups worker does. See `GroupsContract`. */
export function groupsService() {
	async function group({ products, inputs, count, seed }: GroupInput, job: JobContext) {
		const { values, rows, width } = await whitenedRows(products, inputs, seed, job);
		const tried = count === null ? await judged(values, width, seed, job) : [];
		// Where no two products differ they are one group.
		if (width === 0)
			return {
				rows,
				groups: new Int32Array(rows.length),
				distances: new Float32Array(rows.length),
				tried,
			};
		const settings = { count: count ?? clearestCount(tried), starts: starts.shown, seed };
		const { groups, distances } = await run(kMeans(values, width, settings), job, (done) =>
			job.report({ step: 'group', done, total: null }),
		);
		return { rows, groups, distances, tried };
	}

	return { group };
}

/** `[m, width]` of the products of which something is known, and which those are. */
async function whitenedRows(
	products: readonly RowSource[],
	inputs: readonly InputBlock[],
	seed: number,
	job: JobContext,
): Promise<{ values: Float32Array; rows: Int32Array; width: number }> {
	const random = seededRandom(seed);
	const total = products.length;
	job.report({ step: 'read-embeddings', done: 0, total });
	const sample = shuffled(products, random).slice(0, fittedOn);
	const whitenings: Whitening[] = fitGroupRows(await storedRows(sample, inputs), inputs, seed);
	const width = whitenings.reduce((sum, { components }) => sum + components, 0);
	const all = new Float32Array(total * width);
	const known: number[] = [];
	for (let start = 0; start < total; start += productsAtOnce) {
		await breathe(job.signal);
		const some = await storedRows(products.slice(start, start + productsAtOnce), inputs);
		const whole = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
		known.push(...knownRows(some, whole).map((row) => start + row));
		all.set(groupRows(some, inputs, whitenings), start * width);
		job.report({ step: 'read-embeddings', done: Math.min(start + productsAtOnce, total), total });
	}
	return { values: pickRows(all, width, known), rows: Int32Array.from(known), width };
}

/** How clearly groups stand apart, for each number of them, on a sample. */
async function judged(
	values: Float32Array,
	width: number,
	seed: number,
	job: JobContext,
): Promise<TriedCount[]> {
	if (width === 0) return [];
	const all = Array.from({ length: values.length / width }, (_, row) => row);
	const sample = shuffled(all, seededRandom(seed)).slice(0, judgedOn);
	const rows = pickRows(values, width, sample);
	const counts = triedCounts(sample.length);
	const tried: TriedCount[] = [];
	const distances = distanceTable(rows, width);
	for (const count of counts) {
		job.report({ step: 'count-groups', done: tried.length, total: counts.length });
		const { groups } = await run(
			kMeans(rows, width, { count, starts: starts.judging, seed }),
			job,
			() => {},
		);
		tried.push({ count, silhouette: meanSilhouette(distances, groups, count) });
	}
	return tried;
}

async function run(
	passes: Generator<undefined, Clustering>,
	{ signal }: JobContext,
	onPass: (done: number) => void,
): Promise<Clustering> {
	for (let done = 1; ; done++) {
		const pass = passes.next();
		if (pass.done) return pass.value;
		onPass(done);
		await breathe(signal);
	}
}
