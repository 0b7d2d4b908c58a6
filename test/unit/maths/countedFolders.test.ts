import { describe, expect, it } from 'vitest';
import { countedFolders } from '../../../src/maths/countedFolders';
import { type ListingPhoto, listings } from '../../../src/maths/listing';

const counted = (folder: string, stem: string, count: number): string[] =>
	Array.from({ length: count }, (_, i) => `${folder}/${stem}_${i + 1}.jpg`);

const unclear = (paths: string[]) => countedFolders(paths).unclear.map(({ folder }) => folder);

describe('countedFolders', () => {
	it('cannot tell ten boots from ten photos of boots', () => {
		expect(countedFolders(counted('boots', 'boot', 10)).unclear).toEqual([
			{ folder: 'boots', photos: 10, first: 'boot_1.jpg', last: 'boot_10.jpg' },
		]);
		expect(unclear([...counted('a/boots', 'boot', 5), ...counted('a/bags', 'bag', 3)])).toEqual([
			'a/boots',
			'a/bags',
		]);
	});

	it.each([
		['a few photos by themselves', counted('x', 'shoe', 6)],
		[
			'a folder per product',
			[...counted('p/red-shoe', 'red-shoe', 4), ...counted('p/bag', 'bag', 2)],
		],
		['several things in a folder', [...counted('x', 'shoe', 8), ...counted('x', 'bag', 8)]],
		['a view among them', [...counted('x', 'shoe', 8), 'x/shoe_back.jpg']],
		['cameras', counted('x', 'IMG', 9)],
		['models', ['x/iphone_11.jpg', 'x/iphone_12.jpg']],
	])('asks nothing about %s', (_, paths) => {
		expect(countedFolders(paths)).toEqual({ classes: new Set(), unclear: [] });
	});

	it('knows a folder of a class by a larger one beside it, and by train and test above', () => {
		expect(
			countedFolders([...counted('a/boots', 'boot', 10), ...counted('a/bags', 'bag', 40)]),
		).toEqual({ classes: new Set(['a/boots', 'a/bags']), unclear: [] });
		expect(countedFolders(counted('data/train/boots', 'boot', 3)).classes).toEqual(
			new Set(['data/train/boots']),
		);
	});
});

describe('listings of counted-up photos', () => {
	const photo = (path: string, productId: string | null = null): ListingPhoto => ({
		path,
		photoId: path,
		problem: null,
		productId,
	});
	const boots = counted('boots', 'boot', 10);
	const sizes = (photos: ListingPhoto[], as?: 'together' | 'apart') =>
		listings(photos, [], as).listings.map((listing) => listing.photos.length);

	it('are what was said of them, and apart where nobody was asked', () => {
		const photos = boots.map((path) => photo(path));
		expect(sizes(photos, 'together')).toEqual([10]);
		expect(sizes(photos, 'apart')).toEqual(Array(10).fill(1));
		expect(sizes(photos)).toEqual(Array(10).fill(1));
	});

	it('stay apart in a folder of a class, whatever was said of other folders', () => {
		const paths = [...counted('a/boots', 'boot', 10), ...counted('a/bags', 'bag', 40)];
		expect(
			sizes(
				paths.map((path) => photo(path)),
				'together',
			),
		).toEqual(Array(50).fill(1));
	});

	it('go where those in the catalogue went', () => {
		const known = (id: (at: number) => string) =>
			boots.map((path, at) => photo(path, at < 9 ? id(at) : null));
		expect(sizes(known(() => 'one'))).toEqual([10]);
		expect(
			sizes(
				known((at) => `p${at}`),
				'together',
			),
		).toEqual([1]);
	});
});
