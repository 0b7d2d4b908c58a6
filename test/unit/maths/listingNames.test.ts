import { describe, expect, it } from 'vitest';
import {
	countedName,
	isCameraLike,
	namedPath,
	withoutExtension,
} from '../../../src/maths/listingNames';

describe('namedPath', () => {
	it.each([
		['a.jpg', 'a.jpg'],
		['./photos/a.jpg', 'photos/a.jpg'],
		['C:\\shop\\a b.jpg', 'shop/a b.jpg'],
		['https://cdn.example/s/files/red%20shoe.jpg?v=17#x', 'red shoe.jpg'],
		['https://cdn.example/100%.jpg', '100%.jpg'],
		['  ', ''],
	])('%j → %j', (cell, path) => {
		expect(namedPath(cell)).toBe(path);
	});
});

describe('withoutExtension', () => {
	it.each([
		['a.jpg', 'a'],
		['a.b.webp', 'a.b'],
		['SKU.1.2', 'SKU.1.2'],
		['noise', 'noise'],
	])('%j → %j', (name, stem) => {
		expect(withoutExtension(name)).toBe(stem);
	});
});

describe('countedName', () => {
	it.each([
		['Shoe-2.jpg', 'shoe', 2, null],
		['shoe (12).png', 'shoe', 12, null],
		['red_shoe_front.jpg', 'red_shoe', null, 'front'],
		['shoe2.jpg', 'shoe2', null, null],
		['10004.jpg', '10004', null, null],
		['-1.jpg', '-1', null, null],
	])('%j', (name, stem, index, view) => {
		expect(countedName(name)).toEqual({ stem, index, view });
	});
});

describe('isCameraLike', () => {
	it.each([
		'img',
		'dsc_',
		'pxl_20240501',
		'photo',
		'2024-05',
		'0012',
		'whatsapp image 2024-05-01 at 10',
		'',
	])('%j says nothing', (stem) => expect(isCameraLike(stem)).toBe(true));
	it.each(['shoe', '10004', 'a-1', 'imgur shoe', '红鞋'])('%j says something', (stem) =>
		expect(isCameraLike(stem)).toBe(false),
	);
});
