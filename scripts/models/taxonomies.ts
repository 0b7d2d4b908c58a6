import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { pathSeparator } from '../../src/domain/taxonomy';
import { parseTaxonomyText } from '../../src/formats/taxonomyText';
import type { Description, Recipe } from './recipe';
import { sources } from './sources';

/** Google's text file is in the package as Google publishes it. */
export const googleTaxonomy: Recipe = {
	id: 'google',
	source: sources.google,
	async make(unpacked, folder) {
		const text = await readFile(join(unpacked, 'taxonomies/taxonomy-with-ids.en-US.txt'));
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'google.txt'), text);
	},
	describe: (root) =>
		describe(root, 'google', 'Google product taxonomy', /Taxonomy_Version: (\S+)/, 'MIT (package)'),
};

const shopifyJson = z.object({
	version: z.string(),
	verticals: z.array(
		z.object({
			categories: z.array(
				z.object({ id: z.string(), name: z.string(), parent_id: z.string().nullable() }),
			),
		}),
	),
});

/** Shopify's comes as JSON; it is written in Shopify's own text format, so that one parser does for all. */
export const shopifyTaxonomy: Recipe = {
	id: 'shopify',
	source: sources.shopify,
	async make(unpacked, folder) {
		const json: unknown = JSON.parse(await readFile(join(unpacked, 'dist/en.json'), 'utf8'));
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'shopify.txt'), shopifyText(shopifyJson.parse(json)));
	},
	describe: (root) =>
		describe(root, 'shopify', 'Shopify product taxonomy', /Categories: (\S+)/, 'MIT'),
};

export function shopifyText({ version, verticals }: z.infer<typeof shopifyJson>): string {
	const categories = verticals.flatMap((vertical) => vertical.categories);
	const byId = new Map(categories.map((category) => [category.id, category]));
	const pathOf = ({ name, parent_id }: (typeof categories)[number]): string => {
		const parent = parent_id === null ? undefined : byId.get(parent_id);
		return parent ? pathOf(parent) + pathSeparator + name : name;
	};
	const lines = categories.map(
		(category) => `gid://shopify/TaxonomyCategory/${category.id} : ${pathOf(category)}`,
	);
	return `# Shopify Product Taxonomy - Categories: ${version}\n${lines.join('\n')}\n`;
}

async function describe(
	root: string,
	id: string,
	name: string,
	releasePattern: RegExp,
	licence: string,
): Promise<Description> {
	const text = await readFile(join(root, 'taxonomies', `${id}.txt`), 'utf8');
	const release = releasePattern.exec(text)?.[1] ?? '';
	const { categories } = parseTaxonomyText(text, { id, name });
	return {
		kind: 'taxonomy',
		name: `${name} ${release}`,
		licence,
		committed: true,
		text: `taxonomies/${id}.txt`,
		release,
		categories: categories.length,
		// Made by make-knowledge.ts.
		senses: `taxonomies/${id}.senses.bin`,
		photoMatrix: `taxonomies/${id}.photo.bin`,
	};
}
