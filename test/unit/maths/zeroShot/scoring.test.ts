import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelsRoot } from '../../../../scripts/models/places';
import { readLexicon, readWordCounts } from '../../../../src/formats/lexiconText';
import { decodePhotoMatrix, encodePhotoMatrix } from '../../../../src/formats/photoMatrixFile';
import { candidatesOf, noSense, partLinks } from '../../../../src/maths/zeroShot/candidates';
import {
	categoryKeys,
	keyTexts,
	keyVector,
	unit,
} from '../../../../src/maths/zeroShot/categoryKeys';
import { categoryTree } from '../../../../src/maths/zeroShot/categoryTree';
import { rowDots } from '../../../../src/maths/zeroShot/dots';
import { Lexicon } from '../../../../src/maths/zeroShot/lexicon';
import { photoMatrix } from '../../../../src/maths/zeroShot/photoMatrix';
import { chooseSenses } from '../../../../src/maths/zeroShot/senseChoice';
import { TitleScorer } from '../../../../src/maths/zeroShot/titleScore';
import { titleHeads } from '../../../../src/maths/zeroShot/titleText';
import golden from './fixtures/scoring.json';

/*
 * The whole scoring against the research's Python, on the real lexicon, with a toy embedding of 8 dimensions
 * that both sides can compute.
 */

const dimensions = 8;

function toy(text: string): Float32Array {
	const vector = new Float32Array(dimensions);
	for (const [i, letter] of [...text.toLowerCase()].entries())
		for (let k = 0; k < dimensions; k++)
			vector[k] =
				(vector[k] as number) +
				(((letter.codePointAt(0) ?? 0) * (k + 3) + i * (2 * k + 1)) % 17) -
				8;
	return unit(vector);
}

const packed = (texts: string[]): Float32Array => {
	const rows = new Float32Array(texts.length * dimensions);
	for (const [i, text] of texts.entries()) rows.set(toy(text), i * dimensions);
	return rows;
};

const read = (name: string): string => readFileSync(join(modelsRoot, 'knowledge', name), 'utf8');
const lexicon = new Lexicon(
	readLexicon({ senses: read('senses.txt'), lemmas: read('lemmas.txt') }),
);
const glosses = read('glosses.txt').trimEnd().split('\n');
const gloss = (sense: number): Float32Array =>
	toy(`${lexicon.data.names[sense]}: ${glosses[sense]}`);
const counts = { names: 5582, counts: readWordCounts(read('wordCounts.txt')) };
const tree = (golden.tree as [string, number][]).map(([name, parent]) => ({
	id: name,
	name,
	parent,
}));
const list = golden.flat.map((name) => ({ id: name, name, parent: -1 }));

function prepare(categories: typeof tree) {
	const keys = categoryKeys(categories);
	const vectors = new Float32Array(keys.keys.length * dimensions);
	for (const [row, key] of keys.keys.entries()) {
		const [asWritten, singular] = keyTexts(key);
		vectors.set(keyVector(toy(asWritten), toy(singular)), row * dimensions);
	}
	const links = partLinks(keys, lexicon);
	const shape = categoryTree(categories);
	const senses = chooseSenses(shape, keys, vectors, dimensions, links, lexicon, gloss);
	return { keys, vectors, senses, candidates: candidatesOf(categories, vectors, senses, lexicon) };
}

describe.each([
	['a tree', tree, golden.treeResult],
	['a plain list', list, golden.flatResult],
] as const)('scoring against %s', (_, categories, expected) => {
	const { keys, vectors, senses, candidates } = prepare([...categories]);

	it('chooses the same senses', () => {
		const chosen = Array.from(senses, (sense) => (sense === noSense ? -1 : sense));
		expect(chosen).toEqual(expected.senses);
	});

	it('gives titles the same scores', () => {
		const scorer = new TitleScorer(candidates, lexicon, counts);
		for (const [i, title] of golden.titles.entries()) {
			const names = rowDots(toy(title), vectors.subarray(0, keys.names * dimensions), dimensions);
			const heads = titleHeads(title).map(({ text, distance }) => ({
				distance,
				cosines: scorer.headCosines(
					rowDots(toy(text), vectors.subarray(keys.parts * dimensions), dimensions),
				),
			}));
			const scores = scorer.score(title, names, heads);
			for (const [category, score] of scores.entries())
				expect(score).toBeCloseTo(expected.scores[i]?.[category] as number, 4);
		}
	});

	it('relates photos to the same categories, and keeps that in its file', async () => {
		const partGlosses = new Float32Array(senses.length * dimensions);
		for (const [part, sense] of senses.entries()) {
			const row = (keys.partRow[part] as number) * dimensions;
			const own = vectors.subarray(row, row + dimensions);
			partGlosses.set(sense === noSense ? own : gloss(sense), part * dimensions);
		}
		const labels = golden.labels as [number, string, string][];
		const matrix = await photoMatrix(
			candidates,
			lexicon,
			{
				senses: Uint16Array.from(labels, ([sense]) => sense),
				names: packed(labels.map(([, name]) => name)),
				glosses: packed(labels.map(([, , text]) => text)),
				meanName: toy('mean name').map((value) => value * 0.3),
				meanGloss: toy('mean gloss').map((value) => value * 0.2),
			},
			partGlosses,
		);
		const stored = decodePhotoMatrix(encodePhotoMatrix(matrix), labels.length);
		expect(stored.perLabel).toBe(categories.length);
		for (const kept of [matrix, stored])
			for (const [at, weight] of kept.weights.entries()) {
				const row = expected.weights[Math.floor(at / kept.perLabel)];
				expect(weight).toBeCloseTo(row?.[kept.categories[at] as number] as number, 4);
			}
	});
});
