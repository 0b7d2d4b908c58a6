import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { pathSeparator } from '../../src/domain/taxonomy';
import type { Recipe } from './recipe';
import { sources } from './sources';

const columns = ['photo', 'title', 'description', 'category', 'brand', 'price', 'sku'] as const;
type SampleProduct = Record<(typeof columns)[number], string>;

/** The products of a demo shop: one row and one photo each. */
export const sampleCatalogue: Recipe = {
	id: 'sample-catalogue',
	source: sources.vendure,
	async make(unpacked, folder) {
		const products = sampleProducts(await readFile(join(unpacked, 'assets/products.csv'), 'utf8'));
		await mkdir(join(folder, 'photos'), { recursive: true });
		for (const { photo } of products) {
			await cp(join(unpacked, 'assets/images', photo), join(folder, 'photos', photo));
		}
		const csv = Papa.unparse(products, { columns: [...columns], newline: '\n' });
		await writeFile(join(folder, 'products.csv'), `${csv}\n`);
	},
	async describe(root) {
		const csv = await readFile(join(root, 'sample-catalogue/products.csv'), 'utf8');
		return {
			kind: 'catalogue',
			name: 'Sample catalogue',
			licence: 'MIT (package), Unsplash (photos)',
			committed: false,
			table: 'sample-catalogue/products.csv',
			products: Papa.parse(csv, { header: true, skipEmptyLines: true }).data.length,
		};
	},
};

/**
 * @param csv of the shop: headers and cells padded with spaces, further rows without a name for the
 * variants of a product, facets like `category:Electronics|category:Computers|brand:Apple`
 */
export function sampleProducts(csv: string): SampleProduct[] {
	const { data } = Papa.parse<Record<string, string>>(csv, {
		header: true,
		skipEmptyLines: true,
		transformHeader: (header) => header.trim(),
		transform: (cell) => cell.trim(),
	});
	return data
		.filter((row) => row.name && row.assets)
		.map(({ name = '', description = '', assets = '', facets = '', sku = '', price = '' }) => {
			const facetValues = (facet: string): string[] =>
				facets
					.split('|')
					.filter((entry) => entry.startsWith(`${facet}:`))
					.map((entry) => entry.slice(facet.length + 1).trim());
			return {
				photo: assets.split('|')[0]?.trim() ?? '',
				title: name,
				description,
				category: facetValues('category').join(pathSeparator),
				brand: facetValues('brand').join(' '),
				price,
				sku,
			};
		});
}
