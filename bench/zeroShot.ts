import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../scripts/models/places';
import { benchOn, usualData } from './harness/fashionBench';
import type { Harness } from './harness/harness';
import { terminalProgress } from './harness/terminalProgress';
import { bestOf, headProbabilities, imageNetLabels, plainScores } from './zeroShot/baseline';
import { calibrationError, type IsRight, shares, topShares } from './zeroShot/figures';
import type { Answered, Asked, Prepared } from './zeroShot/page';

/*
 * `npm run bench:zero-shot [-- --data DIR]`: how often suggestions without training are right, on the app's
 * own code in a headless browser, beside the plain way. Prints the tables of docs/zero-shot.md.
 */

const pageModule = 'bench/zeroShot/page.ts';
const dimensions = 384;
const evidences = ['title', 'photo', 'both'] as const;
const listId = 'own-30-types';

const { values: options } = parseArgs({
	options: { data: { type: 'string', default: usualData } },
});
await benchOn(options.data, run);

async function run(harness: Harness): Promise<void> {
	const progress = terminalProgress();
	const page = <Output>(name: string, input: unknown = null): Promise<Output> =>
		harness.call<Output>(pageModule, name, input, progress.show);
	const prepared = await page<Prepared>('prepare');
	const types = [...new Set(prepared.products.map(({ type }) => type))].sort();
	const list = await page<{ seconds: number }>('addList', { id: listId, lines: types });
	const google = await page<Category[]>('categories', { id: 'google' });
	const test = prepared.products.flatMap(({ split }, row) => (split === 'test' ? row : []));
	const right = {
		[listId]: (row: number, category: number) => types[category] === prepared.products[row]?.type,
		google: await acceptableIn(google, prepared),
	};
	await printAccuracy(page, { prepared, types, google, test, right });
	await printBackOff(page, google, right.google, test);
	await printTimes(page, prepared, list.seconds);
	progress.end();
	if (harness.outsideRequests.length > 0) console.log('Outside requests:', harness.outsideRequests);
}

type Category = { id: string; name: string; parent: number };
type CallPage = <Output>(name: string, input?: unknown) => Promise<Output>;

/** Which Google categories are right for a type: bench/fashionCategories.json, which also says why. */
async function acceptableIn(google: Category[], { products }: Prepared): Promise<IsRight> {
	const text = await readFile(join(projectRoot, 'bench/fashionCategories.json'), 'utf8');
	const map = JSON.parse(text) as Record<string, { ids: number[] }>;
	return (row, category) =>
		map[products[row]?.type ?? '']?.ids.includes(Number(google[category]?.id)) ?? false;
}

interface Data {
	prepared: Prepared;
	types: string[];
	google: Category[];
	test: number[];
	right: Record<string, IsRight>;
}

async function printAccuracy(page: CallPage, data: Data): Promise<void> {
	const { types, google, test, right } = data;
	const plain = {
		[listId]: await plainRanking(page, types),
		google: await plainRanking(
			page,
			google.map((_, index) => pathOf(google, index)),
		),
	};
	console.log(`\n${test.length} test products, top-1 / top-3 / top-5 in %\n`);
	console.log('| | plain | Aisle | calibration error |\n|---|---|---|---|');
	for (const [taxonomyId, label] of [
		[listId, `${types.length} types`],
		['google', 'Google'],
	] as const)
		for (const evidence of evidences) {
			const isRight = right[taxonomyId] as IsRight;
			const asked: Asked = { taxonomyId, evidence, column: 'title', sureAt: null };
			const found = await page<Answered>('suggestions', asked);
			const before = topShares(plain[taxonomyId]?.[evidence] ?? [], test, isRight);
			const after = topShares(ranking(found), test, isRight);
			const error = calibrationError(found.suggestions, test, isRight).toFixed(1);
			console.log(`| ${label}, ${evidence} | ${shares(before)} | ${shares(after)} | ${error} |`);
			if (evidence === 'title' && taxonomyId === 'google') {
				const flagged = found.understood.filter((understood) => !understood).length;
				console.log(
					`| English titles taken for another language | | ${flagged} of ${found.understood.length} | |`,
				);
			}
		}
	const blind: Asked = {
		taxonomyId: listId,
		evidence: 'both',
		column: 'title_blind',
		sureAt: null,
	};
	const found = await page<Answered>('suggestions', blind);
	const after = topShares(ranking(found), test, right[listId] as IsRight);
	console.log(`| ${types.length} types, both, title names no type | | ${shares(after)} | |`);
}

async function plainRanking(
	page: CallPage,
	candidates: string[],
): Promise<Record<(typeof evidences)[number], number[][]>> {
	const vectors = async (texts: string[]): Promise<Float32Array> =>
		floats(await page<string>('vectors', { texts }));
	const titles = await vectors(await page<string[]>('titles'));
	const labels = await vectors(await imageNetLabels());
	const probabilities = await headProbabilities(floats(await page<string>('photoEmbeddings')));
	const scores = plainScores(titles, labels, await vectors(candidates), probabilities, dimensions);
	return {
		title: bestOf(scores.title, candidates.length, 5),
		photo: bestOf(scores.photo, candidates.length, 5),
		both: bestOf(scores.both, candidates.length, 5),
	};
}

async function printBackOff(
	page: CallPage,
	google: Category[],
	isRight: IsRight,
	test: number[],
): Promise<void> {
	const sureAt = 0.6;
	console.log(`\nGoogle, sure from ${sureAt}: first suggestion may be a parent\n`);
	console.log('| | shown | right or above it | exact |\n|---|---|---|---|');
	for (const evidence of evidences) {
		const asked: Asked = { taxonomyId: 'google', evidence, column: 'title', sureAt };
		const { suggestions } = await page<Answered>('suggestions', asked);
		const shown = test.filter((row) => (suggestions[row]?.[0]?.probability ?? 0) >= sureAt);
		const first = (row: number): number => suggestions[row]?.[0]?.category ?? -1;
		const exact = shown.filter((row) => isRight(row, first(row)));
		const above = shown.filter((row) =>
			google.some(
				(_, category) => isRight(row, category) && isAtOrAbove(google, first(row), category),
			),
		);
		const share = (rows: number[], of: number[]): string =>
			((100 * rows.length) / of.length).toFixed(1);
		console.log(
			`| ${evidence} | ${share(shown, test)} | ${share(above, shown)} | ${share(exact, shown)} |`,
		);
	}
}

async function printTimes(
	page: CallPage,
	{ products, seconds }: Prepared,
	list: number,
): Promise<void> {
	const ask = (taxonomyId: string, first: number): Promise<Answered> =>
		page<Answered>('suggestions', {
			taxonomyId,
			evidence: 'both',
			column: 'title',
			sureAt: 0.6,
			first,
		});
	console.log('\nSeconds\n\n| | 60 products | all | all again |\n|---|---|---|---|');
	for (const id of [listId, 'shopify', 'google']) {
		await page('forget');
		const runs = [
			await ask(id, 60),
			await ask(id, products.length),
			await ask(id, products.length),
		];
		console.log(
			`| ${id}, from a standing start | ${runs.map((run) => run.seconds.toFixed(2)).join(' | ')} |`,
		);
	}
	for (const [taken, kept] of [
		['shopify', 'google'],
		['google', 'shopify'],
	] as const) {
		await page('forget');
		await ask(kept, products.length);
		// The app loads the others while nothing else waits.
		await ask(taken, 0);
		const runs = [
			await ask(taken, 60),
			await ask(taken, products.length),
			await ask(taken, products.length),
		];
		console.log(
			`| ${taken}, switched to from ${kept} | ${runs.map((run) => run.seconds.toFixed(2)).join(' | ')} |`,
		);
	}
	console.log(`\nA list of 30 was added in ${list.toFixed(1)} s.`);
	if (seconds.photos > 1)
		console.log(
			`Photos were embedded in ${seconds.photos.toFixed(0)} s, titles in ${seconds.titles.toFixed(0)} s.`,
		);
}

function ranking({ suggestions }: Answered): number[][] {
	return suggestions.map((list) => list.map(({ category }) => category));
}

function pathOf(categories: Category[], index: number): string {
	const { name = '', parent = -1 } = categories[index] ?? {};
	return parent < 0 ? name : `${pathOf(categories, parent)} > ${name}`;
}

function isAtOrAbove(categories: Category[], ancestor: number, index: number): boolean {
	for (let i = index; i >= 0; i = categories[i]?.parent ?? -1) if (i === ancestor) return true;
	return false;
}

function floats(base64: string): Float32Array {
	const bytes = Buffer.from(base64, 'base64');
	return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
