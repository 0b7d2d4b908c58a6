import { expect, it } from 'vitest';
import { fieldTaxonomyId, type LabelAssignment } from '../../../src/domain/field';
import type { Decision } from '../../../src/domain/suggestion';
import { fieldTaxonomy } from '../../../src/maths/fieldTaxonomy';
import {
	afterLabels,
	correctionsSince,
	decisionOf,
	decisionsShown,
	thresholdOf,
} from '../../../src/state/fieldTarget';
import { initialData } from '../../../src/state/initialData';

const field = 'kind';
const taxonomyId = fieldTaxonomyId(field);
const label = (productId: string, name: string, at = 5): LabelAssignment => ({
	field,
	productId,
	label: name,
	by: 'sort',
	at,
});
const decided = (productId: string, categoryId: string, by: Decision['by']): Decision => ({
	taxonomyId,
	productId,
	categoryId,
	by,
	probability: 0.7,
	at: 1,
});
const mapOf = <T extends { productId: string }>(...all: T[]) =>
	new Map(all.map((each) => [each.productId, each]));

const state = {
	...initialData,
	taxonomyId,
	products: ['agreed', 'relabelled', 'only label', 'unlabelled', 'sure', 'open'].map((id) => ({
		id,
		importId: '',
		order: 0,
		name: id,
		title: id,
		description: '',
		photos: [],
		attributes: {},
		problems: [],
	})),
	decisions: mapOf(
		decided('agreed', 'Boots', 'accepted'),
		decided('relabelled', 'Boots', 'corrected'),
		decided('unlabelled', 'Boots', 'accepted'),
		decided('sure', 'Boots', 'threshold'),
	),
	labels: new Map([
		[
			field,
			mapOf(label('agreed', 'Boots'), label('relabelled', 'Hats'), label('only label', 'Hats')),
		],
	]),
};

it('lets labels have the last word in a field, and keeps how a decision came about', () => {
	const shown = [...decisionsShown(state)].map(([id, { by, categoryId }]) => [id, by, categoryId]);
	expect(shown).toEqual([
		['agreed', 'accepted', 'Boots'],
		['relabelled', 'labelled', 'Hats'],
		['only label', 'labelled', 'Hats'],
		// Its label was taken away elsewhere: it is open again. What was merely sure never had one.
		['sure', 'threshold', 'Boots'],
	]);
	// The same object every time, or every card would be made anew.
	expect(decisionOf(state, 'only label')).toBe(decisionOf(state, 'only label'));
});

it('knows nothing of labels in a taxonomy', () => {
	const google = { ...state, taxonomyId: 'google' };
	expect(decisionOf(google, 'only label')).toBeNull();
	expect(decisionOf(google, 'unlabelled')?.by).toBe('accepted');
});

it('counts as corrections what was labelled in Sort since', () => {
	const labels = new Map([
		[
			field,
			mapOf(label('a', 'x', 9), label('b', 'x', 11), {
				...label('c', 'x', 12),
				by: 'grid' as const,
			}),
		],
	]);
	expect(correctionsSince({ labels }, { field, createdAt: 10 })).toBe(1);
});

it('takes new labels into the field that is sorted into, and leaves others alone', () => {
	const taxonomy = fieldTaxonomy(field, 'Kind', ['Boots']);
	const after = afterLabels({ taxonomyId, taxonomy }, state.labels);
	expect(after.taxonomy?.categories.map(({ id }) => id)).toEqual(['Boots', 'Hats']);
	expect(afterLabels({ taxonomyId: 'google', taxonomy }, state.labels).taxonomy).toBe(taxonomy);
});

it('takes the threshold that was picked, else the one for 95 %, else the usual one', () => {
	const point = (threshold: number | null) => ({
		headThresholds: {},
		reports: new Map([
			[
				'h',
				{ operatingPoints: [{ wantedAccuracy: 0.95, threshold, coverage: 0, accuracy: null }] },
			],
		]) as unknown as typeof initialData.reports,
	});
	expect(thresholdOf({ ...point(0.6), headThresholds: { h: 0.9 } }, 'h')).toBe(0.9);
	expect(thresholdOf(point(0.6), 'h')).toBe(0.6);
	expect(thresholdOf(point(null), 'h')).toBe(0.8);
	expect(thresholdOf(initialData, 'h')).toBe(0.8);
});
