import { parseArgs } from 'node:util';
import { PrepareError } from './prepareError';
import { prepareModels, rewriteManifest } from './prepareModels';

/* `npm run models`; with `-- --write-manifest`, everything is made anew and models.json is written. */
try {
	const { values } = parseArgs({ options: { 'write-manifest': { type: 'boolean' } } });
	await (values['write-manifest'] ? rewriteManifest() : prepareModels());
} catch (error) {
	if (!(error instanceof PrepareError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
