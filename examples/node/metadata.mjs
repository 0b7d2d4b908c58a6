import { PbfReader } from 'pbf';

const text = (pbf) => new TextDecoder().decode(pbf.readBytes());

/**
 * What Aisle wrote into an ONNX file beside the network: `labels`, `inputs`, `preprocessing` (all JSON), `checksum`, and
 * `aisle` with everything. ONNX Runtime for Node does not hand it over, so it is read here: field 14 of onnx.proto's
 * ModelProto, pairs of key and value.
 * @param {Uint8Array} file
 * @returns {Record<string, string>}
 */
export function modelMetadata(file) {
	return new PbfReader(file).readFields((tag, found, pbf) => {
		if (tag !== 14) return;
		const { key, value } = pbf.readMessage(
			(own, pair, from) => {
				if (own === 1) pair.key = text(from);
				if (own === 2) pair.value = text(from);
			},
			{ key: '', value: '' },
		);
		found[key] = value;
	}, Object.create(null));
}
