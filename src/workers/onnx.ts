import { type WorkerHandle, workerHandle } from './handle';
import type { OnnxContract } from './onnx.contract';

/** A worker that runs ONNX files; started at its first call. */
export function newOnnxWorker(): WorkerHandle<OnnxContract> {
	return workerHandle<OnnxContract>(
		() =>
			new Worker(new URL('./onnx.worker.ts', import.meta.url), { type: 'module', name: 'onnx' }),
	);
}
