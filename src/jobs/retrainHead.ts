import { type LabelAssignment, labelLevels } from '../domain/field';
import type { TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import { defaultShares, type Split } from '../domain/split';
import { pathSeparator } from '../domain/taxonomy';
import { type AskedTwice, beforeAndAfter, type Compared } from '../maths/beforeAndAfter';
import { deleteHead } from '../storage/heads';
import type { Networks } from './embedInputs';
import { toClassify } from './labelledProducts';
import type { Services } from './services';
import { trainAndReport } from './trainAndReport';

export interface RetrainHeadInput {
	head: TrainedHead;
	/** The field's latest split: its test part stays what it is. Where there is none, one is drawn. */
	split: Split | null;
	products: readonly Product[];
	/** Labels of the head's field as they are now. */
	assignments: readonly LabelAssignment[];
	networks: Networks;
}

export interface Retrained {
	head: TrainedHead;
	/** `null` when there is no test product that both can fairly be asked about. */
	comparison: Compared | null;
	/** Products that the new head learned from and the old one did not. */
	learned: string[];
	/** Labelled, but nearly the same as a test product: learning from them would be cheating. */
	heldBack: string[];
	/** Labelled with what only stands above the head's labels: no class of its own. */
	coarse: string[];
	/** Test products that the old head had learned from, under another split: no fair question. */
	seenBefore: string[];
}

const ranks = 3;

/**
 * Trains a head anew, the same way and under the same name, with what has been labelled since, and asks the old
 * and the new one about the same test products with the labels as they are now. The new head is stored; which of
 * the two is used is the caller's to decide. Nothing of a cancelled run stays.
 * @throws what trainAndReport does; AbortError
 */
export async function retrainHead(
	services: Services,
	manifest: ModelsManifest,
	{ head: old, split: earlier, products, assignments, networks }: RetrainHeadInput,
	job: JobContext,
): Promise<Retrained> {
	const { known, coarse } = withoutCoarse(assignments, old.model.labels);
	const { head, split } = await trainAndReport(
		services,
		manifest,
		{
			specification: old.specification,
			name: old.name,
			products,
			assignments: known,
			choice: earlier
				? { by: 'earlier', split: earlier }
				: { by: 'seed', seed: old.specification.seed, shares: defaultShares },
			backend: old.backend === 'webgpu' ? 'webgpu' : null,
			networks,
		},
		job,
	);
	try {
		const seen = new Set(old.seen);
		const truths = new Map(known.map(({ productId, label }) => [productId, label]));
		const tested = products.filter(({ id }) => split.parts.get(id) === 'test' && truths.has(id));
		const fair = tested.filter(({ id }) => !seen.has(id));
		const there = new Set(products.map(({ id }) => id));
		return {
			head,
			comparison: beforeAndAfter(await askBoth(services, [old, head], fair, truths, job)),
			learned: head.seen.filter((id) => !seen.has(id)),
			heldBack: [...truths.keys()].filter((id) => there.has(id) && !split.parts.has(id)),
			coarse: coarse.filter((id) => there.has(id)),
			seenBefore: tested.filter(({ id }) => seen.has(id)).map(({ id }) => id),
		};
	} catch (error) {
		await deleteHead(head.id);
		throw error;
	}
}

/**
 * Whoever accepts `Shoes` where the labels are `Shoes > Boots` and the like has said something true, but taught
 * as a label of its own it would compete with what is below it.
 */
function withoutCoarse(assignments: readonly LabelAssignment[], labels: readonly string[]) {
	const above = new Set<string>();
	for (const label of new Set([...labels, ...assignments.map(({ label }) => label)])) {
		const levels = labelLevels(label);
		for (let depth = 1; depth < levels.length; depth++)
			above.add(levels.slice(0, depth).join(pathSeparator));
	}
	const learned = new Set(labels);
	const isCoarse = ({ label }: LabelAssignment) => above.has(label) && !learned.has(label);
	return {
		known: assignments.filter((assignment) => !isCoarse(assignment)),
		coarse: assignments.filter(isCoarse).map(({ productId }) => productId),
	};
}

async function askBoth(
	services: Services,
	[old, fresh]: [TrainedHead, TrainedHead],
	products: readonly Product[],
	truths: ReadonlyMap<string, string>,
	job: JobContext,
): Promise<AskedTwice[]> {
	const ask = async ({ model }: TrainedHead): Promise<string[][]> => {
		const input = { model, products: products.map(toClassify), ranks, sureAt: null };
		const { nodes, ranked } = await services.learn.remote.predict(input, job);
		return products.map((_, row) =>
			Array.from(ranked.subarray(row * ranks, (row + 1) * ranks), (node) => nodes[node] ?? ''),
		);
	};
	const before = await ask(old);
	const after = await ask(fresh);
	return products
		.map(({ id }, row) => ({
			productId: id,
			truth: truths.get(id) ?? '',
			before: before[row] ?? [],
			after: after[row] ?? [],
		}))
		.filter(({ before: [first], after: [second] }) => first !== '' || second !== '');
}
