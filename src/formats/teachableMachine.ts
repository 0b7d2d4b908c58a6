/*
 * A Teachable Machine project, as its "Download project as file" writes it: a zip called project.tm with
 * manifest.json and the samples of all classes side by side, `Class 1-!-0.jpg`.
 */

const sample = /^(.+)-!-(\d+\.[a-z0-9]+)$/i;

/** One sample, as if it lay in a folder called like its class. */
export interface TeachableSample {
	label: string;
	/** `Class 1/0.jpg` */
	path: string;
}

/**
 * The samples among the files of a zip, by their paths in it; `null` when the zip is no such project. Its other
 * files (manifest, model) are not photos and are left out.
 */
export function teachableSamples(paths: readonly string[]): Map<string, TeachableSample> | null {
	if (!paths.includes('manifest.json')) return null;
	const samples = new Map<string, TeachableSample>();
	for (const path of paths) {
		const [, label, name] = sample.exec(path) ?? [];
		if (label && name) samples.set(path, { label, path: `${label}/${name}` });
	}
	return samples.size > 0 ? samples : null;
}
