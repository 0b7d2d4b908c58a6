/** Its own types are left out of its package.json. */
declare module 'onnxruntime-node' {
	export * from 'onnxruntime-common';
}
