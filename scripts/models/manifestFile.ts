import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelsManifest, modelsManifestSchema } from '../../src/domain/models';
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

export async function writeManifest(root: string, manifest: ModelsManifest): Promise<void> {
	const path = join(root, 'models.json');
	const checked = modelsManifestSchema.parse(manifest);
	await writeFile(`${path}.new`, `${JSON.stringify(checked, null, '\t')}\n`);
	await rename(`${path}.new`, path);
}
