import { describe, expect, it } from 'vitest';
import { measuredBlends } from '../../../src/maths/recommending';
import { seededRandom } from '../../../src/maths/seededRandom';
import { quantisedRows } from '../../../src/maths/similarity';
import { nearestProducts, type ProductIndex } from '../../../src/maths/similarProducts';
import {
	blended,
	placeFigures,
	placeOf,
	takenTogether,
	togetherOf,
} from '../../../src/maths/takenTogether';

describe('taken together', () => {
	/*
	 * By hand. Person 0 took items 0 and 1, person 1 items 0, 1 and 2, person 2 item 2 alone. Over people item 0 is
	 * (1, 1, 0), item 1 (1, 1, 0), item 2 (0, 1, 1), item 3 nothing.
	 */
	const users = [0, 0, 1, 1, 1, 2];
	const items = [0, 1, 0, 1, 2, 2];
	const together = togetherOf(users, items, new Array(6).fill(1), 4);

	it('is the cosine of two items over people', () => {
		const found = takenTogether(together, [0]);
		expect(found[0]).toBe(0);
		expect(found[1]).toBeCloseTo(2 / (Math.SQRT2 * Math.SQRT2));
		expect(found[2]).toBeCloseTo(1 / 2);
		expect(found[3]).toBe(0);
	});

	it('is summed over a basket', () => {
		expect(takenTogether(together, [0, 1])[2]).toBeCloseTo(1 / 2 + 1 / 2);
	});

	it('forgets a person, lengths and all', () => {
		// Without person 1: item 0 is (1, 0, 0), item 1 (1, 0, 0), item 2 (0, 0, 1).
		const found = takenTogether(together, [0], 1);
		expect(found[1]).toBeCloseTo(1);
		expect(found[2]).toBe(0);
	});

	it('counts weights, and adds up what was taken twice', () => {
		const twice = togetherOf([0, 0, 0, 1], [0, 0, 1, 1], [1, 1, 3, 4], 2);
		// Item 0 is (2, 0), item 1 (3, 4).
		expect(takenTogether(twice, [0])[1]).toBeCloseTo(6 / (2 * 5));
	});

	it('of nobody is nothing', () => {
		expect([...takenTogether(togetherOf([], [], [], 2), [0])]).toEqual([0, 0]);
	});
});

describe('a blend', () => {
	it('brings both to 0–1, and leaves what nobody took its content', () => {
		const found = blended(Float32Array.of(-1, 0, 1, Number.NaN), Float32Array.of(0, 2, 0, 1), 0.5);
		expect([...found]).toEqual([0, 0.75, 0.5, 0.25]);
	});

	it('is content alone where nobody took anything', () => {
		expect([...blended(Float32Array.of(3, 5), new Float32Array(2), 0)]).toEqual([0, 1]);
	});
});

describe('figures of places', () => {
	it('by hand: first, third and eleventh of three', () => {
		const { hitRate, ndcg } = placeFigures([0, 2, 10]);
		expect(hitRate).toBeCloseTo(2 / 3);
		expect(ndcg).toBeCloseTo((1 + 1 / 2) / 3);
		expect(placeFigures([]).hitRate).toBeNaN();
	});

	it('a place counts what is better, half of what is equal, and nothing that is left out', () => {
		const scores = Float32Array.of(9, 5, 5, 7, Number.NaN);
		expect(placeOf(scores, 1, new Set())).toBe(2.5);
		expect(placeOf(scores, 1, new Set([0, 2]))).toBe(1);
		expect(placeOf(scores, 4, new Set())).toBe(Number.POSITIVE_INFINITY);
	});
});

/** 60 products in six styles of ten by looks, and in ten sets of six (one of each style) by who takes them. */
function planted(byLooks: boolean): ProductIndex {
	const random = seededRandom(5);
	const count = 60;
	const photos = Float32Array.from({ length: count * 6 }, (_, i) =>
		i % 6 === Math.floor(i / 6) % 6 ? 1 : 0.2 * random(),
	);
	const [users, items]: [number[], number[]] = [[], []];
	for (let user = 0; user < 200; user++)
		for (let taken = 0; taken < 4; taken++) {
			const style = user % 6;
			const set = user % 10;
			const any = Math.floor(random() * 10);
			users.push(user);
			items.push(byLooks ? style + 6 * any : 6 * set + (any % 6));
		}
	const ids = Array.from({ length: count }, (_, row) => String(row));
	return {
		ids,
		rows: new Map(ids.map((id, row) => [id, row])),
		photos: quantisedRows(photos, 6),
		titles: quantisedRows(new Float32Array(count), 1),
		attributes: ids.map(() => new Set<string>()),
		together: togetherOf(users, items, new Array(users.length).fill(1), count),
	};
}

function measured(index: ProductIndex) {
	const steps = measuredBlends(index, 1);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

describe('which blend works', () => {
	it('is “taken together” where people take sets that do not look alike', () => {
		const { people, figures } = measured(planted(false));
		expect(people).toBeGreaterThan(150);
		const [content, , , , together] = figures;
		expect(together?.hitRate).toBeGreaterThan(0.95);
		expect(content?.hitRate).toBeLessThan(0.3);
		expect(together?.ndcg).toBeGreaterThan(2 * (content?.ndcg ?? 1));
	});

	it('is content where people take what looks alike, seldom the same', () => {
		const { figures } = measured(planted(true));
		expect(figures[0]?.hitRate).toBeGreaterThan(0.9);
	});

	it('is told from the very scores that products are recommended by', () => {
		const index = planted(false);
		const query = { productIds: ['0'], photo: null, title: null };
		const ask = (together: number) =>
			nearestProducts(
				index,
				query,
				{ ...{ measure: 'cosine', photoWeight: 0.5, diversity: 0, count: 5 }, together },
				null,
			).map(({ productId }) => Number(productId));
		// Row 0 is of style 0 and set 0: products 1 to 5 are of its set, every sixth of its style.
		expect(ask(0).every((row) => row % 6 === 0)).toBe(true);
		expect(ask(1).sort()).toEqual([1, 2, 3, 4, 5]);
	});
});
