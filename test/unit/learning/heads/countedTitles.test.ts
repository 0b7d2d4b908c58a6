import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { defaultSpecification, type HeadModel, headKinds } from '../../../../src/domain/head';
import { unattended } from '../../../../src/domain/job';
import { fittedInputs, storedRows } from '../../../../src/learning/heads/storedRows';
import { trainHead } from '../../../../src/learning/heads/trainHead';
import { modelScores } from '../../../../src/maths/headScores';
import { topColumns } from '../../../../src/maths/metrics';
import { stratifiedFolds } from '../../../../src/maths/splits';
import { tfidfStamp, wordsStamp } from '../../../../src/maths/stamps';
import { widestVocabulary } from '../../../../src/maths/tfidf';
import { wordDimensions } from '../../../../src/maths/wordVectors';
import { reviewsToAskAbout, reviewsToLearnFrom } from '../../../fixtures/reviews';

beforeAll(async () => {
	await setBackend('cpu');
});

const labels = ['good', 'bad'];
const classesOf = (reviews: typeof reviewsToLearnFrom) =>
	Int32Array.from(reviews, ({ sentiment }) => labels.indexOf(sentiment));
const productsOf = (texts: string[]) =>
	texts.map((title) => ({ title, titleId: null, photoIds: [] }));
const asked = productsOf(reviewsToAskAbout.map(({ text }) => text));
const learned = productsOf(reviewsToLearnFrom.map(({ text }) => text));
const unfitted = [{ source: 'title' as const, stamp: tfidfStamp, dimensions: widestVocabulary }];

const lesson = {
	classes: classesOf(reviewsToLearnFrom),
	folds: new Int16Array(learned.length).fill(-1),
	labels: 2,
	seed: 1,
	breathe: () => Promise.resolve(),
};

it('finds its terms in what it learns from alone, and knows stems and negations', async () => {
	const [block] = await fittedInputs(learned, unfitted, lesson);
	const words = block?.vocabulary?.terms.slice(0, block.vocabulary.words) ?? [];
	expect(block?.dimensions).toBe(block?.vocabulary?.terms.length);
	// "loves" and "love" are one word; "not recommend" is another than "recommend".
	expect(words).toContain('love');
	expect(words).not.toContain('loves');
	expect(words).toContain('not recommend');
	expect(words).not.toContain('the');
	expect(words).not.toContain('daughter');
});

it('gives a product without a title no row, and one of unknown words a row of zeros', async () => {
	const inputs = await fittedInputs(learned, unfitted, lesson);
	const width = inputs[0]?.dimensions ?? 0;
	const rows = await storedRows(productsOf(['', 'qqq']), inputs);
	expect(rows.subarray(0, width).every(Number.isNaN)).toBe(true);
	expect(rows.subarray(width).every((value) => value === 0)).toBe(true);
});

it.each(headKinds)('lets %s tell good reviews from bad ones it never saw', async (kind) => {
	const inputs = await fittedInputs(learned, unfitted, lesson);
	const classes = classesOf(reviewsToLearnFrom);
	const result = await trainHead(
		{
			values: await storedRows(learned, inputs),
			views: [],
			averagedViews: 0,
			classes,
			folds: stratifiedFolds(
				[...classes],
				learned.map(() => null),
				4,
				1,
			),
			labels: 2,
			blocks: inputs.map(({ dimensions }) => ({ source: 'title', dimensions, counted: true })),
		},
		{ ...defaultSpecification, kind, modality: 'title', epochs: 20, hiddenUnits: 16 },
		unattended,
	);
	const model: HeadModel = { labels, inputs, views: [], ...result };
	const scores = modelScores(model, await storedRows(asked, inputs), []);
	const truth = classesOf(reviewsToAskAbout);
	const right = topColumns(scores, 2, 1).filter((label, row) => label === truth[row]).length;
	expect(right).toBeGreaterThanOrEqual(10);
});

it('learns vectors of words from nothing, by which a head knows good reviews from bad ones', async () => {
	const block = { source: 'title' as const, stamp: wordsStamp, dimensions: wordDimensions };
	const inputs = await fittedInputs(learned, [block], lesson);
	const { terms = [], vectors } = inputs[0]?.vocabulary ?? {};
	expect(vectors?.length).toBe(terms.length * wordDimensions);
	expect(inputs[0]?.dimensions).toBe(wordDimensions);
	const classes = classesOf(reviewsToLearnFrom);
	const result = await trainHead(
		{
			values: await storedRows(learned, inputs),
			views: [],
			averagedViews: 0,
			classes,
			folds: lesson.folds,
			labels: 2,
			blocks: [{ source: 'title', dimensions: wordDimensions }],
		},
		{ ...defaultSpecification, modality: 'title', epochs: 20 },
		unattended,
	);
	const model: HeadModel = { labels, inputs, views: [], ...result };
	const scores = modelScores(model, await storedRows(asked, inputs), []);
	const truth = classesOf(reviewsToAskAbout);
	const right = topColumns(scores, 2, 1).filter((label, row) => label === truth[row]).length;
	expect(right / asked.length).toBeGreaterThanOrEqual(0.8);
});
