import { describe, expect, it } from 'vitest';
import {
	comparableColumns,
	numberIn,
	ownerColumns,
} from '../../../../src/maths/suspicious/columns';

describe('a number as shops write it', () => {
	it.each([
		['18.99', 18.99],
		['1299.00', 1299],
		['1,299.00', 1299],
		['€ 1.299,00', 1299],
		['12,5', 12.5],
		['1,299', 1299],
		['1.5', 1.5],
		['1,234,567', 1234567],
		["1'299.50", 1299.5],
		['18.99 USD', 18.99],
		['-3', -3],
		['0', 0],
	])('%s', (cell, number) => {
		expect(numberIn(cell)).toBe(number);
	});

	it.each(['', 'L2201308', 'Electronics', '10-20', '2 for 3', '.'])('“%s” is none', (cell) => {
		expect(numberIn(cell)).toBeNull();
	});
});

describe('columns', () => {
	const products = Array.from({ length: 40 }, (_, row) => ({
		attributes: {
			price: row === 7 ? 'on request' : String(10 + row),
			gender: row % 2 ? 'Men' : 'Women',
			sku: `A-${row}`,
			alike: 'yes',
			rare: row < 10 ? 'x' : '',
		},
	}));

	it('are numbers, or values that many products share', () => {
		const columns = comparableColumns(products);
		expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
			['price', 'number'],
			['gender', 'value'],
		]);
		expect(columns[0]?.values.slice(6, 9)).toEqual([16, null, 18]);
	});

	it('that say whose a product is are told by their heading', () => {
		const named = { Vendor: '', brand_name: '', 'Brand Name': '', Branding: '', price: '' };
		expect(ownerColumns([{ attributes: named }])).toEqual(['Vendor', 'brand_name', 'Brand Name']);
	});
});
