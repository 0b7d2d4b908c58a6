import { download } from './download';
import { makeMissing } from './makeMissing';
import { readManifest } from './manifestFile';
import { cacheFolder, modelsRoot } from './places';
import { stepsOn } from './progress';
import { backbones, folders } from './recipes';
import type { Source } from './sources';
import { quantisationSentence, summary } from './summary';

const steps = stepsOn(process.stderr);
const unpack = (source: Source): Promise<string> => download(source, cacheFolder, steps);

/**
 * Makes what models.json describes and is not there, measures what it made, and says what there is.
 * @throws PrepareError
 */
export async function prepareModels(): Promise<void> {
	const manifest = await readManifest(modelsRoot);
	await makeMissing(manifest, {
		root: modelsRoot,
		recipes: folders,
		unpack,
		async onMade({ id }, unpacked) {
			const backbone = backbones.find((recipe) => recipe.id === id);
			if (!backbone) return;
			// Loaded only when needed: TF.js alone takes longer to load than all files take to check.
			const { measureQuantisation } = await import('./measure');
			const measured = await measureQuantisation(backbone, unpacked, modelsRoot, steps);
			console.log(`${backbone.name}, measured just now: ${quantisationSentence(measured)}.`);
		},
	});
	console.log(summary(manifest));
}

/** For maintainers: makes everything anew and writes models.json. */
export async function rewriteManifest(): Promise<void> {
	const { writeManifestRun } = await import('./writeManifestRun');
	await writeManifestRun(modelsRoot, unpack, steps);
	console.log(summary(await readManifest(modelsRoot)));
}
