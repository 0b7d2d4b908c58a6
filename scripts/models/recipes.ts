import type { BackboneRecipe } from './backbones';
import { makeBackbone, mobilenetv2, resnet50 } from './backbones';
import type { Recipe } from './recipe';
import { sampleCatalogue } from './sampleCatalogue';
import { googleTaxonomy, shopifyTaxonomy } from './taxonomies';
import { textEncoder } from './textEncoder';

/** Measured on the sample photos, so made after them. */
export const backbones: BackboneRecipe[] = [mobilenetv2, resnet50];

/** Everything that is made on the user's machine and ignored by git: a folder each. */
export const folders: Pick<Recipe, 'id' | 'source' | 'make'>[] = [
	sampleCatalogue,
	textEncoder,
	...backbones.map((recipe) => ({
		id: recipe.id,
		source: recipe.source,
		make: (unpacked: string, folder: string) => makeBackbone(recipe, unpacked, folder),
	})),
];

/** Committed: made by `--write-manifest` alone. */
export const taxonomies: Recipe[] = [googleTaxonomy, shopifyTaxonomy];

export { sampleCatalogue, textEncoder };
