import { describe, expect, it } from 'vitest';
import { fusions } from '../../../src/domain/fusion';
import {
	type StrategyChoice,
	strategiesOf,
	strategyKey,
	tuningOf,
	tunings,
} from '../../../src/maths/strategies';

const choice: StrategyChoice = {
	modalities: ['photo', 'title', 'both'],
	backbones: ['a', 'b'],
	tunings: ['frozen'],
	textFeatures: ['bert', 'tfidf'],
	fusions,
	kinds: ['softmax', 'mlp'],
	source: null,
};

describe('the strategies of a choice', () => {
	it('are each with each, and nothing twice that makes no difference', () => {
		const found = strategiesOf('colour', choice);
		const of = (modality: string) => found.filter((each) => each.modality === modality);
		expect(of('photo').length).toBe(2 * 2);
		expect(of('title').length).toBe(2 * 2);
		// Four fusions learn in a way of their own; two learn as the kind says.
		expect(of('both').length).toBe(2 * 2 * (4 + 2 * 2));
		expect(new Set(found.map(strategyKey)).size).toBe(found.length);
		expect(found.every(({ field }) => field === 'colour')).toBe(true);
		expect(of('title').every(({ backbones }) => backbones.length === 0)).toBe(true);
	});

	it('are of every way in which a photo network learns along, and titles know of none', () => {
		const found = strategiesOf('colour', {
			...choice,
			tunings,
			backbones: ['a'],
			kinds: ['softmax'],
		});
		const of = (modality: string) => found.filter((each) => each.modality === modality);
		expect(of('photo').map(tuningOf)).toEqual([...tunings]);
		expect(of('title').map(tuningOf)).toEqual(['frozen', 'frozen']);
		expect(new Set(of('both').map(tuningOf))).toEqual(new Set(tunings));
	});

	it('are none where something is missing', () => {
		expect(strategiesOf('colour', { ...choice, modalities: ['photo'], backbones: [] })).toEqual([]);
		expect(strategiesOf('colour', { ...choice, modalities: ['title'], backbones: [] }).length).toBe(
			4,
		);
		expect(strategiesOf('colour', { ...choice, kinds: [], fusions: ['late'] })).toEqual([]);
	});

	it('carry a head over each way, where they look at the same', () => {
		const looks = { modality: 'photo' as const, backbones: ['a'] };
		const found = strategiesOf('colour', { ...choice, source: { headId: 'other', looks } });
		const carried = found.filter((each) => each.carried !== null);
		expect(carried.map((each) => each.carried?.by)).toEqual(['start', 'features']);
		expect(carried.every(({ kind, backbones }) => kind === 'softmax' && backbones[0] === 'a')).toBe(
			true,
		);
		expect(found.length).toBe(strategiesOf('colour', choice).length + 2);
		expect(new Set(found.map(strategyKey)).size).toBe(found.length);
	});

	it('are the same as those of runs from before a setting', () => {
		const [first] = strategiesOf('colour', choice);
		if (!first) throw new Error('none');
		const { carried: _, ...before } = first;
		expect(strategyKey(before as typeof first)).toBe(strategyKey(first));
	});

	it('are the same under another seed, and only then', () => {
		const [first] = strategiesOf('colour', choice);
		if (!first) throw new Error('none');
		expect(strategyKey({ ...first, seed: 9 })).toBe(strategyKey(first));
		expect(strategyKey({ ...first, epochs: 9 })).not.toBe(strategyKey(first));
		// As it was stored by a version that knew fewer settings.
		const turned = Object.fromEntries(Object.entries(first).reverse()) as typeof first;
		expect(strategyKey(turned)).toBe(strategyKey(first));
	});
});
