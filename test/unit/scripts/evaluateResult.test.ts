import { describe, expect, it } from 'vitest';
import { evaluateOptions } from '../../../scripts/evaluate/options';
import type { PageResult } from '../../../scripts/evaluate/page';
import { predictionsCsv, resultJson, summary } from '../../../scripts/evaluate/result';
import { defaultSpecification } from '../../../src/domain/head';

/** A finished head that was asked about photos without labels. */
const unlabelled: PageResult = {
	report: null,
	head: {
		specification: defaultSpecification,
		chosen: { weightDecay: 1e-4, titleWeight: 1, epochs: 40 },
		heldOut: {
			rows: 0,
			accuracy: 0,
			ece: 0,
			curve: {
				threshold: new Float32Array(),
				coverage: new Float32Array(),
				accuracy: new Float32Array(),
			},
		},
		curve: [],
		seconds: 0,
		name: 'softmax',
		labels: ['a', 'b'],
		temperature: 1,
	},
	file: null,
	names: {},
	predictions: [
		{ file: '=1.jpg', title: 'Red, "new" shoe', ranked: [{ label: 'a', probability: 0.75 }] },
	],
	skipped: [{ file: 'broken.jpg', reason: 'photo-truncated' }],
	seconds: { load: 1, embed: 2, train: 0, total: 4 },
	photosEmbedded: 10,
	backend: { photos: 'wasm', titles: null, head: 'wasm' },
};

describe('what the terminal command writes', () => {
	const options = evaluateOptions(['--data', 'folder', '--seed', '7']);

	it('has every key that was promised, also where there was nothing to measure', () => {
		const json = resultJson(unlabelled, options);
		expect(json).toMatchObject({
			accuracy: null,
			accuracyInterval: null,
			macroF1: null,
			top3: null,
			ece: null,
			coverageAt99: null,
			confusion: [],
			perClass: [],
			products: [],
			skipped: [{ file: 'broken.jpg', reason: 'photo-truncated' }],
			seconds: { load: 1, embed: 2, train: 0, total: 4 },
			photosPerSecond: 5,
			backend: { photos: 'wasm', titles: null, head: 'wasm' },
			seed: 7,
			head: { kind: 'softmax' },
		});
		expect(summary(json)).toContain('not measured');
		expect(summary(json)).not.toContain('NaN');
	});

	it('keeps cells of predictions apart and formulas harmless', () => {
		expect(predictionsCsv(unlabelled.predictions).split('\r\n')[1]).toBe(
			`'=1.jpg,"Red, ""new"" shoe",a,0.7500,,,,`,
		);
	});
});
