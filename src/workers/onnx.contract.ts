import type { ModelInput } from './headFiles.contract';
import type { Method } from './rpc';

export type OnnxContract = {
	/** Loads an ONNX file and asks it. Rejects `head-export-unrunnable`, `out-of-memory`. */
	run: Method<{ file: Uint8Array; inputs: ModelInput[] }, { probabilities: Float32Array }>;
};
