import { resolve } from 'node:path';

/** Where things lie in the repository. */
export const projectRoot = resolve(import.meta.dirname, '../..');
export const modelsRoot = resolve(projectRoot, 'public/models');
export const manifestPath = resolve(modelsRoot, 'models.json');
export const cacheFolder = resolve(projectRoot, 'node_modules/.cache/aisle');
