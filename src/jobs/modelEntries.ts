import type { InputBlock } from '../domain/head';
import type { BackboneEntry, ModelsManifest, TextEncoderEntry } from '../domain/models';
import type { PhotoEntry } from '../domain/tuning';
import { scratchDimensions, scratchLayer, scratchSize } from '../formats/scratchNetwork';

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

/** The photo network of a head's block, with what it learned. Its stamp differs from that of the one it began as. */
export function photoEntry(
	manifest: ModelsManifest,
	{ stamp, own }: Pick<InputBlock, 'stamp' | 'own'>,
): PhotoEntry {
	if (!own) return backboneById(manifest, stamp.output);
	const entry = own.base ? backboneById(manifest, own.base.output) : scratchEntry(manifest);
	const { sha256, data } = own;
	const weights = { path: 'own', bytes: data.size, sha256 };
	return { ...entry, beliefs: null, files: [...entry.files, weights], own };
}

/** The small network that begins from nothing: nothing of it is in models.json but the reference picture. */
export function scratchEntry(manifest: ModelsManifest): BackboneEntry {
	const entry = sortBackbone(manifest);
	const { picture } = entry.reference;
	return {
		...entry,
		id: 'own-network',
		name: '',
		files: entry.files.filter(({ path }) => path === picture),
		model: '',
		embedding: { layers: [scratchLayer], pooling: 'average', dimensions: scratchDimensions },
		stages: [],
		beliefs: null,
		preprocessing: {
			...{ version: 1, size: scratchSize, fit: 'contain', background: [255, 255, 255] },
			...{ channels: 'rgb', scale: 1 / 127.5, offset: [-1, -1, -1] },
		},
		reference: { picture, embedding: '' },
	};
}

export function textEncoder(manifest: ModelsManifest): TextEncoderEntry {
	const entry = manifest.models.find((model) => model.kind === 'text-encoder');
	if (entry?.kind !== 'text-encoder') throw new Error('models.json names no text encoder');
	return entry;
}
