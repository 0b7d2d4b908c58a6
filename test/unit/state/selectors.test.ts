import { expect, it } from 'vitest';
import type { Product } from '../../../src/domain/product';
import type { Decision, ProductSuggestions } from '../../../src/domain/suggestion';
import { initialData } from '../../../src/state/initialData';
import {
	statusCounts,
	statusOf,
	titleNote,
	visibleProducts,
	wantsBackup,
} from '../../../src/state/selectors';
import type { AisleData } from '../../../src/state/types';

const product = (id: string, title = 'Shoe', photoIds: string[] = []): Product => ({
	id,
	importId: 'import',
	order: 0,
	name: id,
	title,
	description: '',
	photos: photoIds.map((photoId) => ({ photoId, path: `${photoId}.jpg` })),
	attributes: {},
	problems: [],
});

const suggested = (
	productId: string,
	probability: number,
	change: Partial<ProductSuggestions> = {},
): ProductSuggestions => ({
	productId,
	suggestions: [{ category: 0, probability, photo: null, title: probability }],
	evidence: 'title',
	titleUnderstood: true,
	...change,
});

const decision: Decision = {
	taxonomyId: 'google',
	productId: 'done',
	categoryId: '1',
	by: 'accepted',
	probability: 0.3,
	at: 0,
};

const products = [
	product('sure'),
	product('unsure'),
	product('done'),
	product('waiting'),
	product('failed', '', ['broken']),
];
const state: AisleData = {
	...initialData,
	products,
	photos: new Map([
		[
			'broken',
			{
				id: 'broken',
				type: 'image/jpeg',
				bytes: 1,
				width: 0,
				height: 0,
				problem: { code: 'photo-truncated', detail: {} },
			},
		],
	]),
	suggestions: new Map(
		[suggested('sure', 0.8), suggested('unsure', 0.79), suggested('done', 0.3)].map((found) => [
			found.productId,
			found,
		]),
	),
	decisions: new Map([['done', decision]]),
};

it('tells where each product stands; the threshold itself is sure', () => {
	for (const each of products) expect(statusOf(state, each)).toBe(each.id);
});

it('shows what each filter counts', () => {
	const counts = statusCounts(state);
	for (const filter of ['all', 'unsure', 'sure', 'done', 'failed'] as const) {
		const review = { ...state.review, filter };
		expect(visibleProducts({ ...state, review })).toHaveLength(counts[filter]);
	}
});

it('says what is trusted when a title is not understood', () => {
	const noteFor = (change: Partial<ProductSuggestions>) =>
		titleNote({ suggestions: new Map([['sure', suggested('sure', 0.5, change)]]) }, product('sure'))
			?.code;
	expect(noteFor({})).toBeUndefined();
	expect(noteFor({ titleUnderstood: false, evidence: 'photo' })).toBe('note-unknown-language');
	expect(noteFor({ titleUnderstood: false, evidence: 'title' })).toBe(
		'note-unknown-language-no-photo',
	);
});

it('wants a backup once, after enough was done by hand in a browser that may forget it', () => {
	const decided = (count: number): AisleData => ({
		...state,
		kept: false,
		decisions: new Map(
			Array.from({ length: count }, (_, i) => [`p${i}`, { ...decision, productId: `p${i}` }]),
		),
	});
	expect(wantsBackup(decided(49))).toBe(false);
	expect(wantsBackup(decided(50))).toBe(true);
	expect(wantsBackup({ ...decided(50), kept: true })).toBe(false);
	expect(wantsBackup({ ...decided(50), kept: null })).toBe(false);
	expect(wantsBackup({ ...decided(50), backup: { savedAt: null, reminded: true } })).toBe(false);
	const labels = new Map([
		[
			'kind',
			new Map([
				['q', { field: 'kind', productId: 'q', label: 'x', by: 'grid' as const, at: 0 }],
				['r', { field: 'kind', productId: 'r', label: 'x', by: 'column' as const, at: 0 }],
			]),
		],
	]);
	expect(wantsBackup({ ...decided(49), labels })).toBe(true);
	expect(wantsBackup({ ...decided(48), labels })).toBe(false);
});
