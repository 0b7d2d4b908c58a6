import { assignmentOf, titled } from '../../scripts/evaluate/labels';
import { embeddingSetId } from '../../src/domain/embedding';
import { defaultSpecification, type HeadSpecification } from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import type { Part, SplitChoice } from '../../src/domain/split';
import { duplicateGroups } from '../../src/jobs/duplicateGroups';
import { evaluateHead } from '../../src/jobs/evaluateHead';
import { headInputs, labelledProducts } from '../../src/jobs/labelledProducts';
import { makeSplit } from '../../src/jobs/makeSplit';
import { trainHead } from '../../src/jobs/trainHead';
import { storedRows } from '../../src/learning/heads/storedRows';
import { embeddedItems } from '../../src/storage/embeddings';
import type { PageHarness } from '../harness/pageHarness';
import { answerAsPeer } from './peer';

/** What a head looks at. */
export interface Features {
	backbones: string[];
	/** Column that is read as the title; `null` for photos alone. */
	titleColumn: string | null;
}

export interface Compared {
	/** Row by row of the test part: whether head and peer were right. */
	head: boolean[];
	peer: boolean[];
	top3: number;
	/** Products that were learned from. */
	learned: number;
	/** Of training the head. */
	seconds: number;
}

const field = 'articleType';
/** 840 and 360 of 1,200, as the given split. */
const shares = { validation: 0, test: 0.3 };
/** Photos that are nearly the same stay on one side of a split; told apart by this network, whatever is compared. */
const tellsPhotosApart = 'mobilenetv2';

/**
 * Brings the products in and embeds what the features need.
 * @returns seconds that embedding a photo by each of the networks, and a title, took when that was last done
 */
export async function prepare(
	harness: PageHarness,
	features: Features,
	job: JobContext,
): Promise<{ secondsPerProduct: number }> {
	await harness.bringIn(0, job);
	const products = await productsFor(harness, features);
	/** Embeds what is missing, and notes how long it took: what is stored is not embedded again. */
	async function embedded(backbone: string | null): Promise<number> {
		const note = `seconds of ${backbone ?? 'a title'}`;
		const modality = backbone === null ? 'title' : 'photo';
		const backbones = backbone === null ? [] : [backbone];
		const [input] = headInputs({ ...defaultSpecification, modality, backbones }, harness.manifest);
		const stored = async () =>
			input ? (await embeddedItems(embeddingSetId(input.stamp))).size : 0;
		const before = await stored();
		const { seconds } = await harness.embed({ products, backbone, titles: backbone === null }, job);
		const count = (await stored()) - before;
		if (count > 0) localStorage.setItem(note, String(seconds.embed / count));
		return Number(localStorage.getItem(note) ?? Number.NaN);
	}
	await embedded(tellsPhotosApart);
	let secondsPerProduct = 0;
	for (const backbone of features.backbones) secondsPerProduct += await embedded(backbone);
	if (features.titleColumn !== null) secondsPerProduct += await embedded(null);
	return { secondsPerProduct };
}

/** The default head and the peer on one split: the given one (`seed: null`), or drawn from a seed. */
export async function compare(
	harness: PageHarness,
	{ features, seed }: { features: Features; seed: number | null },
	job: JobContext,
): Promise<Compared> {
	const { services, manifest } = harness;
	const { backbones, titleColumn } = features;
	const products = await productsFor(harness, features);
	const assignments = products
		.map((product) => assignmentOf(product, field))
		.filter((assignment) => assignment !== null);
	const specification: HeadSpecification = {
		...defaultSpecification,
		field,
		backbones,
		modality: titleColumn === null ? 'photo' : backbones.length > 0 ? 'both' : 'title',
	};
	const [photos] = headInputs(
		{ ...specification, modality: 'photo', backbones: [tellsPhotosApart] },
		manifest,
	);
	if (!photos) throw new Error('unreachable: a photo network gives a block');
	const groups = await duplicateGroups(
		services,
		{ products, stamp: photos.stamp, backend: null },
		job,
	);
	const choice: SplitChoice =
		seed === null ? { by: 'column', column: 'split' } : { by: 'seed', seed, shares };
	const split = makeSplit({ field, products, assignments, groups, choice });
	const head = await trainHead(
		services,
		manifest,
		{ specification, name: 'bench', products, assignments, split, groups, backend: null },
		job,
	);
	const { test } = await evaluateHead(services, { head, products, assignments, split }, job);
	const { truth, predicted, ranks } = test.products;

	const { inputs, labels } = head.model;
	const part = async (parts: Part[]) => {
		const labelled = labelledProducts(products, assignments, split, labels, parts);
		return { ...labelled, rows: await storedRows(labelled.products, inputs) };
	};
	const known = await part(['train', 'validation']);
	const asked = await part(['test']);
	const answers = answerAsPeer(
		{
			rows: known.rows,
			classes: [...known.classes],
			groups: known.products.map(({ id }) => groups.get(id) ?? null),
			labels: labels.length,
			blocks: inputs,
		},
		asked.rows,
	);
	return {
		head: Array.from(truth, (of, row) => of === predicted[row * ranks]),
		peer: Array.from(asked.classes, (of, row) => of === answers[row]),
		top3: test.top3,
		learned: head.seen.length,
		seconds: head.seconds,
	};
}

async function productsFor(harness: PageHarness, { titleColumn }: Features) {
	const products = await harness.products();
	return products.map((product) => titled(product, { titleColumn: titleColumn ?? 'title' }));
}
