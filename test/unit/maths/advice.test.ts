import { expect, test } from 'vitest';
import type { Nearness } from '../../../src/domain/advice';
import { adviceFor, manyPerLabel } from '../../../src/maths/advice';

const near = (backbone: string | null, nearness: number): Nearness => ({
	source: backbone === null ? 'title' : 'photo',
	backbone,
	products: 100,
	agreement: nearness,
	chance: 0,
	nearness,
});
const few = [28, 30, 31];
const many = [manyPerLabel, manyPerLabel, 5000];

test('nothing is advised where nothing could be measured', () => {
	expect(adviceFor(few, [])).toBeNull();
});

test('few and near: the nearest network alone, beside the title by its meaning', () => {
	const advice = adviceFor(few, [near('a', 0.6), near('b', 0.8), near(null, 0.7)]);
	expect(advice).toMatchObject({
		kind: 'few-near',
		perLabel: 30,
		settings: { modality: 'both', backbones: ['b'], textFeatures: 'bert' },
	});
	expect(advice?.measured.map(({ backbone }) => backbone)).toEqual(['b', null, 'a']);
});

test('few and far: every network, and titles word by word', () => {
	expect(adviceFor(few, [near('a', 0.25), near('b', 0.28), near(null, 0.27)])).toMatchObject({
		kind: 'few-far',
		settings: { modality: 'both', backbones: ['b', 'a'], textFeatures: 'tfidf' },
	});
});

test('many are counted at the label in the middle', () => {
	expect(adviceFor(many, [near('a', 0.9)])).toMatchObject({
		kind: 'many-near',
		perLabel: manyPerLabel,
		settings: { modality: 'photo', backbones: ['a'], photoDepth: 'partly', stages: 1 },
	});
	expect(adviceFor([99, 99, 5000, 5000], [near('a', 0.4)])?.kind).toBe('few-far');
	expect(adviceFor(many, [near('a', 0.4), near('b', 0.3)])).toMatchObject({
		kind: 'many-far',
		settings: { backbones: ['a'], photoDepth: 'partly', stages: 3 },
	});
});

test('titles alone', () => {
	expect(adviceFor(few, [near(null, 0.9)])?.settings).toEqual({
		modality: 'title',
		backbones: [],
		photoDepth: 'frozen',
		stages: 1,
		textFeatures: 'bert',
		kind: 'softmax',
	});
	expect(adviceFor(many, [near(null, 0.9)])?.settings.kind).toBe('mlp');
	expect(adviceFor(many, [near(null, 0.2)])?.settings.textFeatures).toBe('words');
	expect(adviceFor(few, [near(null, 0.2)])?.settings.textFeatures).toBe('tfidf');
});
