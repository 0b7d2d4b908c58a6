import { describe, expect, it } from 'vitest';
import { skipped } from '../../../scripts/evaluate/skipped';
import { linesProblem } from '../../../src/maths/listingProblems';

describe('what the terminal command skipped', () => {
	it('names each photo that a table names in vain', () => {
		const detail = { photo: 'a.jpg', count: 2, photos: 'a.jpg | photos/b.jpg' };
		expect(skipped([{ code: 'csv-photo-missing', detail }])).toEqual([
			{ file: 'a.jpg', reason: 'csv-photo-missing' },
			{ file: 'photos/b.jpg', reason: 'csv-photo-missing' },
		]);
	});

	it('names the lines of a table', () => {
		expect(skipped([linesProblem('csv-row-empty', 'products.csv', [3, 17])])).toEqual([
			{ file: 'products.csv:3, 17', reason: 'csv-row-empty' },
		]);
	});

	it('names a file, and leaves notes out', () => {
		expect(
			skipped([
				{ code: 'file-unsupported', detail: { file: 'notes.txt' } },
				{ code: 'note-first-frame', detail: { file: 'a.jpg' } },
			]),
		).toEqual([{ file: 'notes.txt', reason: 'file-unsupported' }]);
	});
});
