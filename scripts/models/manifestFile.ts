import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
	type ModelEntry,
	type ModelsManifest,
	modelEntrySchema,
	modelsManifestSchema,
} from '../../src/domain/models';
import { PrepareError } from './prepareError';

/** @param root `public/models` */
export async function readManifest(root: string): Promise<ModelsManifest> {
	const path = join(root, 'models.json');
	try {
		return modelsManifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
	} catch (error) {
		throw new PrepareError(
			`${path} is missing, damaged or of another version of Aisle. It comes with the checkout: restore it with "git checkout -- public/models/models.json".`,
			{ cause: error },
		);
	}
}

/**
 * The entries that still fit the schema: when the schema has changed, models.json is written anew, and what
 * takes long to make (category embeddings) should be carried over all the same. None without a models.json.
 */
export async function readEntries(root: string): Promise<ModelEntry[]> {
	const text = await readFile(join(root, 'models.json'), 'utf8').catch(() => '{"models":[]}');
	const { models } = z.object({ models: z.array(z.unknown()) }).parse(JSON.parse(text));
	return models.flatMap((entry) => modelEntrySchema.safeParse(entry).data ?? []);
}

export async function writeManifest(root: string, manifest: ModelsManifest): Promise<void> {
	const path = join(root, 'models.json');
	const checked = modelsManifestSchema.parse(manifest);
	await writeFile(`${path}.new`, `${JSON.stringify(checked, null, '\t')}\n`);
	await rename(`${path}.new`, path);
}
