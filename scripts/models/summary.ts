import type { BackboneEntry, ModelsManifest } from '../../src/domain/models';

/** What is there, and what 8 bits cost, for the terminal. */
export function summary(manifest: ModelsManifest): string {
	const lines = manifest.models.map((entry) => {
		const bytes = entry.files.reduce((sum, file) => sum + file.bytes, 0);
		const cost = entry.kind === 'backbone' ? `; ${quantisationSentence(entry.quantisation)}` : '';
		return `  ${entry.name}: ${(bytes / 1e6).toFixed(1)} MB${cost}`;
	});
	return `Models are ready:\n${lines.join('\n')}`;
}

export function quantisationSentence({
	cosineMean,
	cosineWorst,
	photos,
}: BackboneEntry['quantisation']): string {
	return `cosine to the float32 embedding over ${photos} sample photos ${cosineMean} on average, ${cosineWorst} at worst`;
}
