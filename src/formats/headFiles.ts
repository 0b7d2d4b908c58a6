import type { HeadFormat } from '../domain/head';
import type { Described } from './headDescription';
import { describeHead } from './headDescription';
import { encodeLayersModel } from './layersModelFile';
import { encodeOnnx } from './onnxFile';
import { onnxModel } from './onnxGraph';
import type { PlainNetwork } from './plainNetwork';

/* A head's network in the files of another program, with what Aisle says of it in the place each has for that. */

/** One file of an export. */
export interface ExportedFile {
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** The version of Teachable Machine's library whose files these are. */
const teachableVersion = '0.8.5';

/** @param tfjsVersion of the runtime that wrote and checked it */
export function encodeHeadFiles(
	format: HeadFormat,
	network: PlainNetwork,
	described: Described,
	tfjsVersion: string,
): ExportedFile[] {
	const aisle = describeHead(described);
	const { head, backbones } = described;
	switch (format) {
		case 'tfjs':
			return listed(encodeLayersModel(network, { aisle }));
		case 'teachable-machine': {
			const metadata = {
				tfjsVersion,
				packageVersion: teachableVersion,
				packageName: '@teachablemachine/image',
				modelName: head.name,
				timeStamp: new Date(head.createdAt).toISOString(),
				labels: head.model.labels,
				imageSize: backbones[0]?.preprocessing.size,
				userMetadata: { aisle },
			};
			const json = new TextEncoder().encode(JSON.stringify(metadata));
			return [
				...listed(encodeLayersModel(network, {}, 'weights.bin')),
				{ name: 'metadata.json', bytes: json },
			];
		}
		case 'onnx': {
			// Once for Aisle, as a whole, and once in plain words for whoever opens the file elsewhere.
			const metadata = new Map([
				['aisle', JSON.stringify(aisle)],
				['labels', JSON.stringify(head.model.labels)],
				[
					'inputs',
					JSON.stringify(
						head.model.inputs.map(({ source, stamp, dimensions }) => ({
							source,
							stamp,
							dimensions,
						})),
					),
				],
				[
					'preprocessing',
					JSON.stringify(backbones.map(({ id, preprocessing }) => ({ id, ...preprocessing }))),
				],
				['checksum', described.checksum],
			]);
			return [{ name: 'model.onnx', bytes: encodeOnnx(onnxModel(network, metadata)) }];
		}
	}
}

function listed(files: Map<string, Uint8Array<ArrayBuffer>>): ExportedFile[] {
	return [...files].map(([name, bytes]) => ({ name, bytes }));
}
