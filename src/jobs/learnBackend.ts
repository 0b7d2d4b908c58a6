import type { VisionBackend } from '../domain/backends';

/**
 * What the learn worker computes on unless told otherwise. Not WebGPU: a head is a few small products, over before
 * a graphics device has been woken; and one worker keeps one backend for life.
 */
export function learnBackend(): VisionBackend {
	return globalThis.crossOriginIsolated ? 'wasm-threads' : 'wasm';
}
