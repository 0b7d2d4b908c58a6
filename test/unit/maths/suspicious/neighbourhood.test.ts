import { describe, expect, it } from 'vitest';
import { quantisedRows } from '../../../../src/maths/similarity';
import { neighbourhoods, neighboursWanted } from '../../../../src/maths/suspicious/neighbourhood';

/** Four kinds of 15 products, each kind with a direction of its own, every product a little beside it. */
const kinds = 4;
const count = 60;
const dimensions = 8;
const kindOf = (row: number): number => row % kinds;

function rows(kind: (row: number) => number | null): Float32Array {
	const values = new Float32Array(count * dimensions);
	for (let row = 0; row < count; row++) {
		const own = kind(row);
		if (own === null) {
			values.fill(Number.NaN, row * dimensions, (row + 1) * dimensions);
			continue;
		}
		values[row * dimensions + own] = 1;
		// Up to a tenth beside it, in a direction that changes from row to row.
		values[row * dimensions + 4 + (row % 3)] = 0.02 + (0.08 * row) / count;
	}
	return values;
}

function surroundings(photo: (row: number) => number | null, title: typeof photo) {
	const { look, found } = neighbourhoods({
		photos: quantisedRows(rows(photo), dimensions),
		titles: quantisedRows(rows(title), dimensions),
		labels: Int32Array.from({ length: count }, (_, row) => kindOf(row)),
		seed: 1,
	});
	for (let row = 0; row < count; row++) look(row);
	return found;
}

describe('the surroundings of a product', () => {
	it('are its kind, and nobody fits better than it does', () => {
		const { near, photoShare, titleShare } = surroundings(kindOf, kindOf);
		for (let row = 0; row < count; row++) {
			const own = [...near.subarray(row * neighboursWanted, (row + 1) * neighboursWanted)];
			expect(new Set(own.map(kindOf))).toEqual(new Set([kindOf(row)]));
			expect(own).not.toContain(row);
			// Of 49 others at most the four of its kind that are not among the ten.
			expect(photoShare[row]).toBeLessThanOrEqual(4 / 49);
			expect(titleShare[row]).toBeLessThanOrEqual(4 / 49);
		}
	});

	it('tell a title that was taken from another kind', () => {
		const swapped = (row: number): number => (row === 8 ? 3 : kindOf(row));
		const { photoShare, titleShare } = surroundings(kindOf, swapped);
		const scores = Array.from(photoShare, (share, row) => share * (titleShare[row] as number));
		expect(scores.indexOf(Math.max(...scores))).toBe(8);
		expect(Math.sqrt(scores[8] as number)).toBeGreaterThan(0.2);
	});

	it('tell a photo that is unlike all others of its label', () => {
		const strange = (row: number): number => (row === 5 ? 7 : kindOf(row));
		const { inLabel } = surroundings(strange, kindOf);
		const least = Math.min(...inLabel);
		expect(inLabel.indexOf(least)).toBe(5);
		expect(least).toBeLessThan(0.3);
	});

	it('are unknown where there is no photo, and the title still has some', () => {
		const found = surroundings((row) => (row === 2 ? null : kindOf(row)), kindOf);
		expect(found.photoShare[2]).toBeNaN();
		expect(found.inLabel[2]).toBeNaN();
		expect(found.lookAlike[2 * neighboursWanted]).toBe(-1);
		expect(kindOf(found.near[2 * neighboursWanted] as number)).toBe(2);
	});

	it('of products that are all the same are nothing, and not noise', () => {
		const same = quantisedRows(new Float32Array(count * dimensions).fill(0.3), dimensions);
		const labels = new Int32Array(count);
		const { look, found } = neighbourhoods({ photos: same, titles: same, labels, seed: 1 });
		for (let row = 0; row < count; row++) look(row);
		expect(found.near.every((row) => row === -1)).toBe(true);
		expect(found.photoShare.every(Number.isNaN)).toBe(true);
	});

	it('of one product are empty', () => {
		const one = quantisedRows(Float32Array.of(1, 0), 2);
		const from = { photos: one, titles: one, labels: Int32Array.of(-1), seed: 1 };
		const { look, found } = neighbourhoods(from);
		look(0);
		expect(found.near.every((row) => row === -1)).toBe(true);
	});
});
