import type { ModelsManifest } from '../domain/models';
import type { KeptFile, KeptState, OfflinePart, PartStatus } from '../domain/offline';
import { modelPaths } from '../formats/ownPaths';

/**
 * Everything Aisle needs without a network, in the order in which it is shown. A file that several models use
 * belongs to the first.
 * @param buildFiles what the service worker says the app consists of
 */
export function offlineParts(
	buildFiles: readonly KeptFile[],
	{ models }: ModelsManifest,
): OfflinePart[] {
	const isWasm = ({ path }: KeptFile): boolean => path.endsWith('.wasm');
	const parts: OfflinePart[] = [
		{ id: 'app', kind: 'app', name: null, files: buildFiles.filter((file) => !isWasm(file)) },
		{ id: 'wasm', kind: 'wasm', name: null, files: buildFiles.filter(isWasm) },
	];
	const seen = new Set<string>();
	for (const model of models) {
		const files = modelPaths(model).filter(({ path }) => !seen.has(path));
		for (const { path } of files) seen.add(path);
		parts.push({ id: model.id, kind: model.kind, name: model.name, files });
	}
	return parts;
}

/** @param states of the parts' files, one after the other */
export function partStatuses(
	parts: readonly OfflinePart[],
	states: readonly KeptState[],
): PartStatus[] {
	let at = 0;
	return parts.map(({ id, kind, name, files }) => {
		const own = states.slice(at, at + files.length);
		at += files.length;
		const sum = (wanted: KeptFile[]): number =>
			wanted.reduce((total, { bytes }) => total + bytes, 0);
		return {
			id,
			kind,
			name,
			files: files.length,
			bytes: sum(files),
			keptBytes: sum(files.filter((_, i) => own[i] === 'kept')),
			damaged: files.flatMap(({ path }, i) => (own[i] === 'damaged' ? [path] : [])),
		};
	});
}
