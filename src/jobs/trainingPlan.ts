import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import { type HeadSpecification, isDeep } from '../domain/head';
import type { ModelsManifest } from '../domain/models';
import type { Problem, Product } from '../domain/product';
import type { Part, Split, SplitChoice } from '../domain/split';
import type { LabelCount, TrainingPlan } from '../domain/trainingPlan';
import { samePhotoGroups } from '../maths/samePhotos';
import { trainingSeconds } from '../maths/trainingTime';
import { mostTuningBytes, tooLarge, tuningBytes, tuningSeconds } from '../maths/tuningCost';
import { setting } from '../storage/settings';
import type { TuningPace } from '../workers/tune.contract';
import { toldApart } from './duplicateGroups';
import { type MissingInputs, missingInputs } from './embedInputs';
import { headInputs } from './labelledProducts';
import { makeSplit } from './makeSplit';
import { networksToTune, stagesToTune } from './tunedInputs';
import type { StepToMeasure } from './tuningPace';

export interface TrainingPlanInput {
	specification: HeadSpecification;
	products: readonly Product[];
	/** Labels of the specification's field. */
	assignments: readonly LabelAssignment[];
	choice: SplitChoice;
	/** How long a network takes to learn from a photo; only asked where one does. */
	paceOf(step: Omit<StepToMeasure, 'backend'>): Promise<TuningPace>;
}

/** Milliseconds for a picture or a title on a network that has not been measured here. */
const unmeasured = 150;
const perTitle = 25;
/** Seconds to load a network. */
const loading = 3;

/**
 * What a training would do. Near-duplicates by embedding are only found when it runs, so its parts may differ
 * from these by a few products.
 */
export async function trainingPlan(
	manifest: ModelsManifest,
	input: TrainingPlanInput,
): Promise<TrainingPlan> {
	const { specification, assignments, choice } = input;
	const { field, modality, augmentations } = specification;
	const labelOf = new Map(assignments.map(({ productId, label }) => [productId, label]));
	const products = input.products.filter(({ id }) => labelOf.has(id));
	const usable = products.filter(
		({ title, photos }) =>
			(modality !== 'title' && photos.length > 0) || (modality !== 'photo' && title !== ''),
	);
	const inputs = headInputs(specification, manifest);
	const looked = specification.selfTraining ? [...input.products] : products;
	const missing = await missingInputs({ inputs, views: augmentations, products: looked });
	const groups = samePhotoGroups(products, await toldApart());
	let split: Split | null = null;
	let problem: Problem | null = null;
	try {
		split = makeSplit({ field, products, assignments, groups, choice });
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		problem = { code: error.code, detail: error.detail };
	}
	const inPart = (...parts: Part[]) =>
		usable.filter(({ id }) => parts.some((part) => split?.parts.get(id) === part));
	const learned = labelCounts(inPart('train', 'validation'), labelOf);
	const labels = new Set(products.map(({ id }) => labelOf.get(id)));
	const first = (code: Problem['code'], detail: Problem['detail'] = {}): void => {
		problem ??= { code, detail };
	};
	if (labels.size === 0) first('head-nothing-labelled', { field });
	if (labels.size === 1) first('head-one-label', { label: [...labels][0] ?? '' });
	if (usable.length === 0) first('head-no-products');
	if (learned.length === 0) first('head-nothing-to-learn');
	if (learned.length === 1) first('head-one-label', { label: learned[0]?.label ?? '' });
	const learnable = inPart('train', 'validation').length;
	const trained = (count: number): number =>
		trainingSeconds(specification, {
			products: count * (1 + augmentations.length),
			dimensions: inputs.reduce((sum, { dimensions }) => sum + dimensions, 0),
			labels: labels.size,
		});
	const tuning = { seconds: 0, memory: 0 };
	if (!problem)
		try {
			Object.assign(tuning, await tuningPlan(manifest, input, inPart, labels.size));
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			first(error.code, error.detail);
		}
	if (tuning.memory > mostTuningBytes) first('tuning-too-large', tooLarge(tuning.memory));
	// A network that has learned looks at every photo anew.
	const again = isDeep(specification) ? photoIdsOf(looked).size * (1 + augmentations.length) : 0;
	const pictures = missing.photos.map((of) => picturesOf(of, augmentations.length));
	return {
		counts: {
			train: inPart('train').length,
			validation: inPart('validation').length,
			test: inPart('test').length,
		},
		labels: labels.size,
		tooSmall: split?.tooSmall ?? [],
		rarest: learned[0] ?? null,
		commonest: learned.at(-1) ?? null,
		without: products.length - usable.length,
		pictures: again + pictures.reduce((sum, of) => sum + of, 0),
		titles: missing.titles.length,
		seconds: {
			embed: (await embedSeconds(missing, augmentations.length)) + (again * unmeasured) / 1000,
			tune: tuning.seconds,
			train: specification.selfTraining
				? // With labels alone, and up to three heads that guess and the one that stays with guesses as well.
					trained(learnable) + 4 * trained(learnable + looked.length - products.length)
				: trained(learnable),
		},
		memory: tuning.memory,
		problem,
	};
}

/** What it takes that networks learn along. */
async function tuningPlan(
	manifest: ModelsManifest,
	{ specification, paceOf }: TrainingPlanInput,
	inPart: (...parts: Part[]) => Product[],
	labels: number,
): Promise<{ seconds: number; memory: number }> {
	const all = photoIdsOf(inPart('train', 'validation')).size;
	const drawn = photoIdsOf(inPart('validation')).size;
	const held = drawn > 0 ? drawn : Math.round(all / specification.folds);
	const plan = { seconds: 0, memory: 0 };
	for (const entry of networksToTune(specification, manifest)) {
		const stages = stagesToTune(specification, entry);
		const pace = await paceOf({ entry, stages, labels });
		plan.seconds += loading + tuningSeconds(pace, specification, { learned: all - held, held });
		// One network after the other.
		plan.memory = Math.max(plan.memory, tuningBytes(entry, stages, all));
	}
	return plan;
}

function photoIdsOf(products: readonly Product[]): Set<string> {
	return new Set(products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)));
}

/** Rarest first. */
function labelCounts(
	products: readonly Product[],
	labelOf: ReadonlyMap<string, string>,
): LabelCount[] {
	const counts = new Map<string, number>();
	for (const { id } of products) {
		const label = labelOf.get(id) ?? '';
		counts.set(label, (counts.get(label) ?? 0) + 1);
	}
	return [...counts]
		.map(([label, count]) => ({ label, count }))
		.sort((a, b) => a.count - b.count || (a.label < b.label ? -1 : 1));
}

type MissingPhotos = MissingInputs['photos'][number];

function picturesOf({ plain, viewed }: MissingPhotos, views: number): number {
	return plain.length + viewed.length * views;
}

async function embedSeconds({ photos, titles }: MissingInputs, views: number): Promise<number> {
	const measured = (await setting('backends')) ?? {};
	let seconds = titles.length === 0 ? 0 : loading + (titles.length * perTitle) / 1000;
	for (const of of photos) {
		const pictures = picturesOf(of, views);
		if (pictures === 0) continue;
		const choice = measured[of.network.stamp.output];
		const finding = choice?.findings.find(({ backend }) => backend === choice.backend);
		seconds += loading + (pictures * (finding?.milliseconds ?? unmeasured)) / 1000;
	}
	return seconds;
}
