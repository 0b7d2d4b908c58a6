import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelAssignment } from '../../../src/domain/field';
import { photoFolders } from '../../../src/formats/photoFolders';
import { safeName, uniqueNames } from '../../../src/formats/safeNames';
import { product } from '../maths/catalogue';

/** Halves of characters included. */
const anything = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('safeName', () => {
	it.each([
		['Shoes', 'Shoes'],
		['Home & Garden > Plants', 'Home & Garden - Plants'],
		['A/B testing', 'A-B testing'],
		['what? "this": <that>|*', 'what_ _this_ _that_'],
		['con', '_con'],
		['LPT1.old', '_LPT1.old'],
		['ends in a point.', 'ends in a point'],
		['.hidden', '_hidden'],
		['..', '_'],
		['', '_'],
		['__MACOSX', '___MACOSX'],
		['👟 Schuhe 鞋', '👟 Schuhe 鞋'],
		['tab\tand\u0000zero', 'tab_and_zero'],
		['half \ud83d', 'half _'],
	])('makes of %j %j', (text, name) => {
		expect(safeName(text)).toBe(name);
	});

	it('cuts between what people see as characters', () => {
		const family = '👨‍👩‍👧';
		expect(safeName(family.repeat(20))).toBe(family.repeat(5));
	});

	it('is always a name that Windows and an unzip take, and that is not hidden', () => {
		fc.assert(
			fc.property(fc.string({ unit: anything, maxLength: 60 }), (text) => {
				const name = safeName(text);
				expect(name).not.toBe('');
				expect(name).not.toMatch(/[<>:"/\\|?*]|^\.|[. ]$|^(con|prn|aux|nul)$/i);
				expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(101);
				expect(safeName(name)).toBe(name);
			}),
		);
	});
});

describe('uniqueNames', () => {
	it('counts on where only the case differs', () => {
		const unique = uniqueNames();
		expect([unique('A', '.jpg'), unique('a', '.JPG'), unique('a', '.png')]).toEqual([
			'A.jpg',
			'a~2.JPG',
			'a.png',
		]);
	});
});

describe('photoFolders', () => {
	const label = (productId: string, text: string): [string, LabelAssignment] => [
		productId,
		{ field: 'kind', productId, label: text, by: 'grid', at: 0 },
	];
	const photos = (...paths: string[]) => paths.map((path) => ({ path, photoId: `id of ${path}` }));

	it('puts each labelled product’s photos into its label’s folder, and says the rest in labels.csv', () => {
		const products = [
			product('1', { title: 'One', photos: photos('x/1.jpg', 'x/1 back.JPG') }),
			product('2', { photos: photos('y/1.jpg') }),
			product('3', { photos: photos('pasted') }),
			product('4', { photos: photos('z/4.jpg') }),
			product('5', { name: 'SKU-5', title: 'No photo' }),
		];
		const labels = new Map([
			[
				'kind',
				new Map([label('1', 'A > B'), label('2', 'A > B'), label('3', 'a - b'), label('5', 'C')]),
			],
			['tone', new Map([label('1', 'red'), label('4', 'blue')])],
		]);
		const made = photoFolders(products, labels, 'kind', () => 'image/png');
		expect(made.files).toEqual([
			{ path: 'A - B/1.jpg', photoId: 'id of x/1.jpg' },
			{ path: 'A - B/1 back.JPG', photoId: 'id of x/1 back.JPG' },
			{ path: 'A - B/1~2.jpg', photoId: 'id of y/1.jpg' },
			{ path: 'a - b~2/pasted.png', photoId: 'id of pasted' },
		]);
		expect(made.table.split('\r\n')).toEqual([
			'\ufefffile,title,label:kind,label:tone',
			'A - B/1.jpg | A - B/1 back.JPG,One,A > B,red',
			'A - B/1~2.jpg,,A > B,',
			'a - b~2/pasted.png,,a - b,',
			'SKU-5,No photo,C,',
			'',
		]);
		expect([made.products, made.folders]).toEqual([4, 3]);
	});
});
