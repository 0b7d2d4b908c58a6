import { env } from '@xenova/transformers';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/**
 * Transformers.js as this app uses it: nothing from anywhere but `files`, nothing kept in a cache of its own,
 * and the runtime's wasm from this origin. vite.config.ts swaps the runtime that it asks for (WebGPU and
 * WASM, one file of 27 MB) for its WASM-only sibling of 14 MB.
 * @param files checked files by their path below `models/`
 */
export function setUpTransformers(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void {
	env.allowRemoteModels = false;
	env.allowLocalModels = true;
	env.useBrowserCache = false;
	env.useWasmCache = false;
	const root = '/models/';
	env.localModelPath = root;
	env.fetch = async (input) => {
		const file = files.get(String(input).slice(root.length));
		// Files that a model may have but need not: asked for and not missed.
		return file ? new Response(file) : new Response(null, { status: 404 });
	};
	const { wasm } = env.backends.onnx;
	if (!wasm) throw new Error('the runtime has no WASM');
	wasm.wasmPaths = { wasm: wasmUrl };
	// One short text leaves threads nothing to share (two took longer than one), and the cores are the
	// photo workers'.
	wasm.numThreads = 1;
}
