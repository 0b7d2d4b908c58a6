import type { Advice, Nearness } from '../domain/advice';
import { AppError } from '../domain/errors';
import { defaultSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Split } from '../domain/split';
import { adviceFor } from '../maths/advice';
import { samePhotoGroups } from '../maths/samePhotos';
import { seededRandom, shuffled } from '../maths/seededRandom';
import { toldApart } from './duplicateGroups';
import { headInputs, labelledProducts, labelsIn } from './labelledProducts';
import { makeSplit } from './makeSplit';
import type { Services } from './services';
import type { TrainingPlanInput } from './trainingPlan';

/** Every product is compared with every other: this many take about a second, and tell a share within 3 points. */
const sampleSize = 800;

/**
 * What to try first with a field's labels. Only products that a training of that split would learn from are looked at,
 * and only by what networks have said already: nothing is embedded for it.
 * @returns `null` where there is nothing to go by yet
 * @throws AbortError
 */
export async function advise(
	services: Pick<Services, 'learn'>,
	manifest: ModelsManifest,
	input: Omit<TrainingPlanInput, 'paceOf'>,
	job: JobContext,
): Promise<Advice | null> {
	const { specification, assignments, choice } = input;
	const { field, seed } = specification;
	const products = [...input.products];
	const groups = samePhotoGroups(products, await toldApart());
	let split: Split;
	try {
		split = makeSplit({ field, products, assignments, groups, choice });
	} catch (error) {
		// The plan says what is wrong with the column.
		if (error instanceof AppError) return null;
		throw error;
	}
	const labels = labelsIn(assignments, split);
	const parts = ['train', 'validation'] as const;
	const all = labelledProducts(products, [...assignments], split, labels, parts);
	const chosen = shuffled([...all.products.keys()], seededRandom(seed)).slice(0, sampleSize);
	const sample = chosen.flatMap((row) => all.products[row] ?? []);
	const backbones = manifest.models.flatMap(({ kind, id }) => (kind === 'backbone' ? id : []));
	const inputs = headInputs({ ...defaultSpecification, modality: 'both', backbones }, manifest);
	const { measured } = await services.learn.remote.nearness(
		{
			labelled: {
				products: sample,
				labels,
				classes: Int32Array.from(chosen, (row) => all.classes[row] as number),
			},
			groups: groupNumbers(sample, groups),
			inputs,
		},
		job,
	);
	const nearness = measured.flatMap((found, at): Nearness[] => {
		const block = inputs[at];
		// What most products lack is nothing to stand on.
		if (!found || !block || found.products < sample.length / 2) return [];
		const { source, stamp } = block;
		return [{ ...found, source, backbone: source === 'photo' ? stamp.output : null }];
	});
	return adviceFor(counts(all.classes, labels.length), nearness);
}

/** A number for each group, −1 for products that are in none. */
function groupNumbers(
	products: readonly { id: string }[],
	groups: ReadonlyMap<string, string>,
): Int32Array {
	const numbers = new Map<string, number>();
	return Int32Array.from(products, ({ id }) => {
		const group = groups.get(id);
		if (group === undefined) return -1;
		const number = numbers.get(group) ?? numbers.size;
		numbers.set(group, number);
		return number;
	});
}

/** Of labels that there is anything to learn of. */
function counts(classes: Int32Array, labels: number): number[] {
	const found = new Array<number>(labels).fill(0);
	for (const label of classes) found[label] = (found[label] ?? 0) + 1;
	return found.filter((count) => count > 0);
}
