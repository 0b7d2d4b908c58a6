import { assignmentOf } from '../../scripts/evaluate/labels';
import type { LabelAssignment } from '../../src/domain/field';
import { defaultSpecification } from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import { type HeldOutAnswers, heldOutAnswers } from '../../src/jobs/audit';
import {
	labelIssues,
	leastBelievedFirst,
	leastProbableFirst,
	retrieval,
} from '../../src/maths/confidentLearning';
import { seededRandom, shuffled } from '../../src/maths/seededRandom';
import type { PageHarness } from '../harness/pageHarness';

export interface Planting {
	/** `null` for titles alone. */
	backbone: string | null;
	/** Column that is read as the title; `null` for photos alone. */
	titleColumn: string | null;
	/** Share of the products that get a wrong label, 0–1. */
	share: number;
	/** `confusable`: the label that the product is most probably taken for when it is mistaken. */
	kind: 'random' | 'confusable';
	seed: number;
}

export interface Found {
	products: number;
	planted: number;
	/** Labels that are doubted. */
	doubted: number;
	/** Its average precision is of all products in that order, as that of the plain way is. */
	confident: Retrieval;
	/** The list of the same length of those whose own label is least probable. */
	plain: Retrieval;
	/** Of the planted ones that were found: share for which the true label is proposed. */
	mended: number;
}

type Retrieval = ReturnType<typeof retrieval>;

const field = 'articleType';
/** What is said of the labels as they are, by what is looked at. */
const known = new Map<string, HeldOutAnswers>();

/** Plants wrong labels and looks for them the way the Audit screen does. */
export async function plantAndFind(
	harness: PageHarness,
	{ backbone, titleColumn, share, kind, seed }: Planting,
	job: JobContext,
): Promise<Found> {
	await harness.bringIn(0, job);
	const products = (await harness.products()).map((product) => ({
		...product,
		title: titleColumn === null ? '' : (product.attributes[titleColumn] ?? product.title),
	}));
	await harness.embed({ products, backbone, titles: titleColumn !== null }, job);
	const truth = products
		.map((product) => assignmentOf(product, field))
		.filter((assignment) => assignment !== null);
	const specification = {
		...defaultSpecification,
		field,
		modality:
			backbone === null
				? ('title' as const)
				: titleColumn === null
					? ('photo' as const)
					: ('both' as const),
		backbones: backbone === null ? [] : [backbone],
		seed,
	};
	const networks = {
		withPhotoEngine: () => Promise.reject(new Error('everything is embedded')),
		textEngine: () => Promise.reject(new Error('everything is embedded')),
	};
	const ask = (assignments: LabelAssignment[]) =>
		heldOutAnswers(
			harness.services,
			harness.manifest,
			{ specification, products, assignments, networks },
			job,
		);
	const key = JSON.stringify([backbone, titleColumn, seed]);
	const before = known.get(key) ?? (await ask(truth));
	known.set(key, before);
	const random = seededRandom(seed);
	const wrong = new Map<string, string>();
	const chosen = shuffled([...before.productIds.keys()], random);
	for (const row of chosen.slice(0, Math.round(share * chosen.length))) {
		const own = before.given[row] as number;
		const others = [...before.labels.keys()].filter((label) => label !== own);
		const of = (label: number): number =>
			before.probabilities[row * before.labels.length + label] as number;
		const label =
			kind === 'random'
				? others[Math.floor(random() * others.length)]
				: others.reduce((best, each) => (of(each) > of(best) ? each : best));
		wrong.set(before.productIds[row] ?? '', before.labels[label ?? 0] ?? '');
	}
	const planted = truth.map((each) => ({
		...each,
		label: wrong.get(each.productId) ?? each.label,
	}));
	const { productIds, given, labels, probabilities } = await ask(planted);
	const rows = new Set([...productIds.keys()].filter((row) => wrong.has(productIds[row] ?? '')));
	const issues = labelIssues(probabilities, given, labels.length);
	const ranked = leastBelievedFirst(probabilities, given, labels.length);
	const plain = leastProbableFirst(probabilities, given, labels.length);
	const labelOf = new Map(truth.map(({ productId, label }) => [productId, label]));
	const hits = issues.filter(({ row }) => rows.has(row));
	const right = hits.filter(
		({ row, proposed }) => labels[proposed] === labelOf.get(productIds[row] ?? ''),
	);
	return {
		products: productIds.length,
		planted: rows.size,
		doubted: issues.length,
		confident: {
			...retrieval(
				issues.map(({ row }) => row),
				rows,
			),
			averagePrecision: retrieval(ranked, rows).averagePrecision,
		},
		plain: {
			...retrieval(plain.slice(0, issues.length), rows),
			averagePrecision: retrieval(plain, rows).averagePrecision,
		},
		mended: hits.length === 0 ? 0 : right.length / hits.length,
	};
}
