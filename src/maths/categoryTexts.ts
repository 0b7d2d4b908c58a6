import { categoryPath, type Taxonomy } from '../domain/taxonomy';

/** The texts that stand for a category when titles are compared with it: its name and its whole path. */
export function categoryTexts(taxonomy: Taxonomy, index: number): [name: string, path: string] {
	return [taxonomy.categories[index]?.name ?? '', categoryPath(taxonomy, index)];
}
