import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { HeadSpecification } from '../domain/head';
import type { ModelsManifest } from '../domain/models';
import type { Problem, Product } from '../domain/product';
import type { Part, Split, SplitChoice } from '../domain/split';
import type { LabelCount, TrainingPlan } from '../domain/trainingPlan';
import { samePhotoGroups } from '../maths/samePhotos';
import { trainingSeconds } from '../maths/trainingTime';
import { setting } from '../storage/settings';
import { toldApart } from './duplicateGroups';
import { type MissingInputs, missingInputs } from './embedInputs';
import { headInputs } from './labelledProducts';
import { makeSplit } from './makeSplit';

export interface TrainingPlanInput {
	specification: HeadSpecification;
	products: readonly Product[];
	/** Labels of the specification's field. */
	assignments: readonly LabelAssignment[];
	choice: SplitChoice;
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
		pictures: pictures.reduce((sum, of) => sum + of, 0),
		titles: missing.titles.length,
		seconds: {
			embed: await embedSeconds(missing, augmentations.length),
			train: specification.selfTraining
				? // With labels alone, and up to three heads that guess and the one that stays with guesses as well.
					trained(learnable) + 4 * trained(learnable + looked.length - products.length)
				: trained(learnable),
		},
		problem,
	};
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
		const choice = measured[of.backbone];
		const finding = choice?.findings.find(({ backend }) => backend === choice.backend);
		seconds += loading + (pictures * (finding?.milliseconds ?? unmeasured)) / 1000;
	}
	return seconds;
}
