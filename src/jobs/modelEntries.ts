import type { BackboneEntry, ModelsManifest, TextEncoderEntry } from '../domain/models';

/** The network that Sort rests on: the one that keeps its ImageNet classes, without which there is no zero-shot. */
export function sortBackbone(manifest: ModelsManifest): BackboneEntry {
	const entry = manifest.models.find(
		(model) => model.kind === 'backbone' && model.beliefs !== null,
	);
	if (entry?.kind !== 'backbone') throw new Error('models.json names no network with class scores');
	return entry;
}

/** The photo network of that id. */
export function backboneById(manifest: ModelsManifest, id: string): BackboneEntry {
	const entry = manifest.models.find((model) => model.kind === 'backbone' && model.id === id);
	if (entry?.kind !== 'backbone') throw new Error(`models.json names no network ${id}`);
	return entry;
}

export function textEncoder(manifest: ModelsManifest): TextEncoderEntry {
	const entry = manifest.models.find((model) => model.kind === 'text-encoder');
	if (entry?.kind !== 'text-encoder') throw new Error('models.json names no text encoder');
	return entry;
}
