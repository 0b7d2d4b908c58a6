import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelAssignment, LabelChange } from '../../../src/domain/field';
import {
	changedLabels,
	deletedField,
	deletedLabel,
	givenLabels,
	handLabelled,
	isMerge,
	labelRows,
	renamedField,
	renamedLabel,
} from '../../../src/maths/labelEdits';

type Labels = Map<string, LabelAssignment>;

const field = 'category';

const labelled = (labels: Record<string, string>): Labels =>
	new Map(
		Object.entries(labels).map(([productId, label]) => [
			productId,
			{ field, productId, label, by: 'column' as const, at: 1 },
		]),
	);

const after = (labels: Labels, changes: LabelChange[]): Record<string, string> =>
	Object.fromEntries(
		[...(changedLabels(new Map([[field, labels]]), changes).get(field) ?? [])].map(
			([id, { label }]) => [id, label],
		),
	);

const shop = labelled({
	a: 'Home > Plants > Ferns',
	b: 'Home > Plants',
	c: 'Home > Plantsy',
	d: 'Garden',
});

describe('renaming', () => {
	it('takes along what is below, and nothing that only begins alike', () => {
		expect(after(shop, renamedLabel(field, shop, 'Home > Plants', 'Green'))).toEqual({
			a: 'Green > Ferns',
			b: 'Green',
			c: 'Home > Plantsy',
			d: 'Garden',
		});
	});

	it('keeps where and when a label came from', () => {
		const [change] = renamedLabel(field, shop, 'Garden', 'Yard');
		expect(change?.label).toEqual({ field, productId: 'd', label: 'Yard', by: 'column', at: 1 });
	});

	it('is a merge when the name is taken', () => {
		expect(isMerge(shop, 'Garden', 'Home > Plants')).toBe(true);
		expect(isMerge(shop, 'Garden', 'Home')).toBe(true);
		expect(isMerge(shop, 'Garden', 'Yard')).toBe(false);
		expect(isMerge(shop, 'Home > Plants', 'Home > Plants > Ferns')).toBe(false);
	});
});

it('deletes a label with all below it', () => {
	expect(after(shop, deletedLabel(field, shop, 'Home'))).toEqual({ d: 'Garden' });
});

it('fills in only where there is none, or replaces everything', () => {
	const given = new Map([
		['a', 'New'],
		['e', 'New'],
	]);
	const fill = givenLabels(field, shop, given, 'fill', 'folder', 2);
	expect(fill.map(({ productId }) => productId)).toEqual(['e']);
	expect(after(shop, givenLabels(field, shop, given, 'replace', 'folder', 2))).toEqual({
		a: 'New',
		e: 'New',
	});
});

it('changes nothing that is as wanted already', () => {
	expect(handLabelled(field, shop, ['d'], 'Garden', 2)).toEqual([]);
	expect(handLabelled(field, shop, ['x'], null, 2)).toEqual([]);
	expect(renamedLabel(field, shop, 'Home', 'Home')).toEqual([]);
});

it('draws the tree: parents above their children, each with all products below it', () => {
	expect(labelRows(shop).map(({ name, level, products }) => [name, level, products])).toEqual([
		['Home', 0, 3],
		['Plants', 1, 2],
		['Ferns', 2, 1],
		['Plantsy', 1, 1],
		['Garden', 0, 1],
	]);
});

describe('every edit', () => {
	const label = fc
		.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 })
		.map((levels) => levels.join(' > '));
	const someLabels = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), label).map(labelled);
	type Edit = (labels: Labels, from: string, to: string) => LabelChange[];
	const edits: [name: string, edit: Edit][] = [
		['renaming', (labels, from, to) => renamedLabel(field, labels, from, to)],
		['deleting', (labels, from) => deletedLabel(field, labels, from)],
		['labelling', (labels, _, to) => handLabelled(field, labels, ['1', '9'], to, 2)],
		['taking away', (labels) => handLabelled(field, labels, ['1', '2'], null, 2)],
		['renaming the field', (labels) => renamedField(field, labels, 'other')],
		['deleting the field', (labels) => deletedField(field, labels)],
		[
			'reading anew',
			(labels, from) => givenLabels(field, labels, new Map([['2', from]]), 'replace', 'folder', 2),
		],
	];

	it.each(edits)(
		'%s touches each product once in a field and can be taken back exactly',
		(_, edit) => {
			fc.assert(
				fc.property(someLabels, label, label, (labels, from, to) => {
					const before = changedLabels(
						new Map(),
						[...labels.values()].map((each) => ({ field, productId: each.productId, label: each })),
					);
					const changes = edit(labels, from, to);
					const keys = changes.map((change) => `${change.field} ${change.productId}`);
					expect(new Set(keys).size).toBe(keys.length);
					const undo = changes.map((change) => ({
						...change,
						label: before.get(change.field)?.get(change.productId) ?? null,
					}));
					expect(changedLabels(changedLabels(before, changes), undo)).toEqual(before);
				}),
			);
		},
	);

	it('renaming leaves no label at or below the old name unless the new one is below it', () => {
		fc.assert(
			fc.property(someLabels, label, label, (labels, from, to) => {
				// Under a name above the old one, what lay two levels below it comes to lie where it was: see below.
				fc.pre(to !== from && !to.startsWith(`${from} > `) && !from.startsWith(`${to} > `));
				const now = Object.values(after(labels, renamedLabel(field, labels, from, to)));
				expect(now).toHaveLength(labels.size);
				expect(now.filter((each) => each === from || each.startsWith(`${from} > `))).toEqual([]);
			}),
		);
	});

	it('renaming to the name above it lifts what lies below by a level, even to where the old one was', () => {
		const labels = labelled({ a: 'C > A', b: 'C > A > A', c: 'C > A > B', d: 'C' });
		expect(after(labels, renamedLabel(field, labels, 'C > A', 'C'))).toEqual({
			a: 'C',
			b: 'C > A',
			c: 'C > B',
			d: 'C',
		});
	});
});
