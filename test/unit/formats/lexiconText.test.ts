import { describe, expect, it } from 'vitest';
import {
	readLexicon,
	readWordCounts,
	writeLexicon,
	writeWordCounts,
} from '../../../src/formats/lexiconText';

describe('lexicon files', () => {
	const data = {
		names: ['entity', 'running shoe', 'shoe'],
		hypernyms: [[], [2], [0]],
		information: Float64Array.from([0, 0.912, 0.5]),
		index: new Map([
			['shoe', [2, 1]],
			['runningshoe', [1]],
		]),
	};

	it('are read as they were written', () => {
		const texts = writeLexicon(data, ['what is', 'for running', '']);
		expect(readLexicon(texts)).toEqual(data);
		expect(texts.glosses).toBe('what is\nfor running\n\n');
	});

	it('hold word counts too', () => {
		const counts = new Map([
			['shoe', 12],
			['3d', 1],
		]);
		expect(readWordCounts(writeWordCounts(counts))).toEqual(counts);
	});
});
