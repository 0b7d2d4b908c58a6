import { AppError } from '../domain/errors';
import type { ModelsManifest } from '../domain/models';

/**
 * Reads models.json.
 * @throws AppError `models-not-prepared` when it is missing or something else is served in its place
 */
export async function loadManifest(base: string): Promise<ModelsManifest> {
	try {
		// Schemas are a tenth of the page's code, and nothing is shown that waits for them.
		const { modelsManifestSchema } = await import('../domain/models');
		const response = await fetch(`${base}models/models.json`);
		return modelsManifestSchema.parse(await response.json());
	} catch (error) {
		throw new AppError('models-not-prepared', {}, { cause: error });
	}
}
