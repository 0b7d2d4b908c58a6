import '@tensorflow/tfjs-backend-cpu';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { VisionBackend } from '../domain/backends';
import { AppError } from '../domain/errors';
import { rethrowOutOfMemory } from './outOfMemory';

/** The runtime this worker computes on. */
export interface TfBackend {
	threads: number;
	/** Adapter description on WebGPU, empty elsewhere. */
	device: string;
	/**
	 * `work`, or a rejection as soon as the device fails under it: a lost device answers nothing, and one
	 * that is out of memory answers zeros.
	 * @throws AppError `device-lost`, `out-of-memory`
	 */
	guarded<T>(work: Promise<T>): Promise<T>;
}

/**
 * Starts a backend, once per worker.
 * @throws AppError `backend-unavailable` with a `reason`
 */
export async function startBackend(backend: VisionBackend): Promise<TfBackend> {
	if (backend === 'webgpu') return startWebgpu();
	if (backend === 'cpu') return plain(await started('cpu'));
	const threads = backend === 'wasm-threads';
	if (threads && !globalThis.crossOriginIsolated)
		throw new AppError('backend-unavailable', { backend, reason: 'not-isolated' });
	setWasmPaths({
		'tfjs-backend-wasm.wasm': plainUrl,
		'tfjs-backend-wasm-simd.wasm': simdUrl,
		'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
	});
	if (!threads) tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
	await started('wasm');
	return plain(getThreadsCount());
}

function plain(threads: number): TfBackend {
	return { threads, device: '', guarded: (work) => work.catch(rethrowOutOfMemory) };
}

/** @returns 1: the threads of every backend but WASM */
async function started(name: string): Promise<number> {
	let cause: unknown;
	// TF.js says why only on the console, and answers false.
	const ok = await tf.setBackend(name).catch((error: unknown) => {
		cause = error;
		return false;
	});
	if (!ok || tf.getBackend() !== name)
		throw new AppError('backend-unavailable', { backend: name, reason: 'start-failed' }, { cause });
	return 1;
}

async function startWebgpu(): Promise<TfBackend> {
	const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
	if (!adapter)
		throw new AppError('backend-unavailable', { backend: 'webgpu', reason: 'no-adapter' });
	await import('@tensorflow/tfjs-backend-webgpu');
	await started('webgpu');
	const { device } = tf.backend() as WebGPUBackend;
	const failure = new Promise<never>((_, reject) => {
		void device.lost.then((info) => reject(new AppError('device-lost', { reason: info.message })));
		device.addEventListener('uncapturederror', ({ error }) => {
			const code = error instanceof GPUOutOfMemoryError ? 'out-of-memory' : 'backend-wrong-answers';
			reject(new AppError(code, { reason: error.message }));
		});
	});
	// Nobody may be waiting when it fails; the next piece of work will be told.
	failure.catch(() => {});
	const { vendor, architecture } = adapter.info;
	return {
		threads: 1,
		device: [vendor, architecture].filter(Boolean).join(' '),
		guarded: (work) => Promise.race([failure, work.catch(rethrowOutOfMemory)]),
	};
}
