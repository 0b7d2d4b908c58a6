import { describe, expect, it } from 'vitest';
import type { SimilarQuery, SimilarSettings } from '../../../src/domain/similar';
import { quantisedRows } from '../../../src/maths/similarity';
import { nearestProducts, type ProductIndex } from '../../../src/maths/similarProducts';

const settings: SimilarSettings = {
	...{ measure: 'cosine', photoWeight: 0.5, diversity: 0, together: 0, count: 10 },
};

/** Photos and titles of two dimensions; `null` where a product has none. */
function catalogue(
	products: Record<string, { photo?: number[]; title?: number[]; attributes?: string }>,
): ProductIndex {
	const ids = Object.keys(products);
	const rows = (part: 'photo' | 'title') =>
		quantisedRows(Float32Array.from(ids.flatMap((id) => products[id]?.[part] ?? [0, 0])), 2);
	return {
		ids,
		rows: new Map(ids.map((id, row) => [id, row])),
		photos: rows('photo'),
		titles: rows('title'),
		attributes: ids.map((id) => new Set(products[id]?.attributes ?? '')),
		together: null,
	};
}

const like = (...productIds: string[]): SimilarQuery => ({ productIds, photo: null, title: null });
const ids = (
	...[index, query, changed, among]: [
		ProductIndex,
		SimilarQuery,
		Partial<SimilarSettings>?,
		Uint8Array?,
	]
) =>
	nearestProducts(index, query, { ...settings, ...changed }, among ?? null).map(
		({ productId }) => productId,
	);

const shop = catalogue({
	asked: { photo: [1, 0], title: [1, 0], attributes: 'abc' },
	looks: { photo: [1, 0.05], title: [0, 1], attributes: 'xyz' },
	called: { photo: [0, 1], title: [1, 0.05], attributes: 'ab' },
	neither: { photo: [-1, 0], title: [-1, 0], attributes: 'a' },
});

describe('products like one', () => {
	it('are ordered by what counts, and never the one that is asked about', () => {
		expect(ids(shop, like('asked'), { photoWeight: 1 })).toEqual(['looks', 'called', 'neither']);
		expect(ids(shop, like('asked'), { photoWeight: 0 })).toEqual(['called', 'looks', 'neither']);
		expect(ids(shop, like('asked'), { measure: 'attributes' })).toEqual([
			'called',
			'neither',
			'looks',
		]);
		expect(ids(shop, like('asked'), { measure: 'euclidean', photoWeight: 1 })).toEqual([
			'looks',
			'called',
			'neither',
		]);
	});

	it('say how near they are by each', () => {
		const [first] = nearestProducts(shop, like('asked'), { ...settings, photoWeight: 1 }, null);
		expect(first?.productId).toBe('looks');
		expect(first?.photo).toBeCloseTo(1 / Math.hypot(1, 0.05), 2);
		expect(first?.title).toBeCloseTo(0, 5);
		expect(first?.attributes).toBe(0);
	});

	it('are only those that may be found, and as many as are wanted', () => {
		expect(ids(shop, like('asked'), {}, new Uint8Array([1, 0, 1, 0]))).toEqual(['called']);
		expect(ids(shop, like('asked'), { count: 1, photoWeight: 1 })).toEqual(['looks']);
	});

	it('of several are near to all of them', () => {
		const index = catalogue({
			a: { photo: [1, 0] },
			b: { photo: [0, 10] },
			between: { photo: [1, 1] },
			likeA: { photo: [1, -0.4] },
		});
		expect(ids(index, like('a', 'b'))[0]).toBe('between');
	});
});

describe('what is missing', () => {
	it('puts a product without a photo behind those with one, and leaves out what nothing is known of', () => {
		const index = catalogue({
			asked: { photo: [1, 0], title: [1, 0] },
			untitled: { photo: [1, 0] },
			unseen: { title: [1, 0] },
			both: { photo: [1, 0.1], title: [1, 0.1] },
			far: { photo: [0, 1], title: [0, 1] },
			empty: {},
		});
		expect(ids(index, like('asked'))[0]).toBe('both');
		expect(ids(index, like('asked'), { photoWeight: 1 })).toEqual(['untitled', 'both', 'far']);
		expect(ids(index, like('asked'))).not.toContain('empty');
	});

	it('ends in no answer where there is nothing to ask by or to find', () => {
		const alone = catalogue({ asked: { photo: [1, 0] } });
		expect(ids(alone, like('asked'))).toEqual([]);
		expect(ids(shop, like('no such product'))).toEqual([]);
		expect(ids(catalogue({}), like('asked'))).toEqual([]);
		expect(ids(catalogue({ a: {}, b: {} }), like('a'))).toEqual([]);
	});

	it('finds all of a catalogue of one photo, in its order', () => {
		const same = catalogue({ a: { photo: [1, 1] }, b: { photo: [1, 1] }, c: { photo: [1, 1] } });
		expect(ids(same, like('a'))).toEqual(['b', 'c']);
		expect(ids(same, like('a'), { diversity: 0.5 })).toEqual(['b', 'c']);
	});
});

it('words of one’s own are compared with titles alone, a photo of one’s own with photos alone', () => {
	const words = { productIds: [], photo: null, title: new Float32Array([1, 0]) };
	expect(ids(shop, words, { photoWeight: 0.9 }).slice(0, 2)).toEqual(['asked', 'called']);
	const photo = { productIds: [], photo: new Float32Array([0, 1]), title: null };
	expect(ids(shop, photo, { photoWeight: 0.1 })[0]).toBe('called');
});

it('variety passes over what looks the same', () => {
	const index = catalogue({
		asked: { photo: [1, 0] },
		twin: { photo: [1, 0.1] },
		twinsTwin: { photo: [1, 0.11] },
		other: { photo: [1, -1.2] },
		far: { photo: [-1, 0] },
	});
	expect(ids(index, like('asked'), { photoWeight: 1, count: 2 })).toEqual(['twin', 'twinsTwin']);
	expect(ids(index, like('asked'), { photoWeight: 1, count: 2, diversity: 0.5 })).toEqual([
		'twin',
		'other',
	]);
});
