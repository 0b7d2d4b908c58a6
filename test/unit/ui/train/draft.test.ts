import { describe, expect, it } from 'vitest';
import {
	newDraft,
	requestOf,
	splitColumn,
	usedSettings,
} from '../../../../src/ui/views/train/draft';

const draft = newDraft('colour', 'resnet50');

describe('requestOf', () => {
	it('is called as its field unless it has a name of its own', () => {
		expect(requestOf(draft, null).name).toBe('colour');
		expect(requestOf({ ...draft, name: '  mine ' }, null).name).toBe('mine');
	});

	it('respects a split column while it is left on, and draws otherwise', () => {
		expect(requestOf(draft, 'split').choice).toEqual({ by: 'column', column: 'split' });
		const drawn = { by: 'seed', seed: 1, shares: { validation: 0.2, test: 0.2 } };
		expect(requestOf({ ...draft, useColumn: false }, 'split').choice).toEqual(drawn);
		expect(requestOf(draft, null).choice).toEqual(drawn);
	});

	it('asks no photo network for titles alone, and remembers which were chosen', () => {
		const specification = { ...draft.specification, modality: 'title' as const };
		const titles = { ...draft, specification };
		expect(requestOf(titles, null).specification.backbones).toEqual([]);
		expect(titles.specification.backbones).toEqual(['resnet50']);
	});
});

it('finds the split column in any spelling, also when the first product has none', () => {
	const products = [{ attributes: {} }, { attributes: { colour: 'red', ' Split': 'train' } }];
	expect(splitColumn(products)).toBe(' Split');
	expect(splitColumn([{ attributes: { splits: 'train' } }])).toBeNull();
});

it('offers only settings that the way of learning looks at', () => {
	const used = (change: Partial<typeof draft.specification>) =>
		[...usedSettings({ ...draft.specification, ...change })].sort();
	expect(used({ kind: 'prototype' })).toEqual(['folds']);
	expect(used({ kind: 'knn', modality: 'both' })).toEqual(['folds', 'neighbours', 'titleWeight']);
	expect(used({ kind: 'knn', modality: 'both', fusion: 'late' })).toEqual(['folds', 'neighbours']);
	const gated = used({ kind: 'knn', modality: 'both', fusion: 'gated' });
	expect(gated).toEqual(expect.arrayContaining(['hiddenUnits', 'modalityDropout', 'epochs']));
	expect(gated).not.toContain('neighbours');
	expect(used({ fusion: 'gated' })).not.toContain('modalityDropout');
	expect(used({ modality: 'both' })).toContain('modalityDropout');
	expect(used({ kind: 'mlp' })).toContain('dropout');
	expect(used({ kind: 'svm' })).not.toContain('dropout');
});
