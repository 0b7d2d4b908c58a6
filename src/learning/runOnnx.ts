import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { rethrowUnrunnable } from './outOfMemory';

interface Input {
	name: string;
	shape: number[];
	values: Float32Array;
}

/**
 * Loads an ONNX file and asks it once. The runtime is the one that Transformers.js brings (onnxRuntime.ts), and the
 * same wasm file, so that nothing more is downloaded.
 * @throws AppError `head-export-unrunnable`, `out-of-memory`
 */
export async function runOnnx({
	file,
	inputs,
}: {
	file: Uint8Array;
	inputs: Input[];
}): Promise<{ probabilities: Float32Array }> {
	env.wasm.wasmPaths = { wasm: wasmUrl };
	env.wasm.numThreads = 1;
	try {
		// Errors alone: it warns of constants that it folds away.
		const session = await InferenceSession.create(file, { logSeverityLevel: 3 });
		const feeds = Object.fromEntries(
			inputs.map(({ name, shape, values }) => [name, new Tensor('float32', values, shape)]),
		);
		const { probabilities } = await session.run(feeds);
		await session.release();
		return { probabilities: probabilities?.data as Float32Array };
	} catch (error) {
		return rethrowUnrunnable(error);
	}
}
