import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineApp } from './scripts/vite/offlineApp.ts';
import { securityHeaders } from './scripts/vite/securityHeaders.ts';
import { threadedWasm } from './scripts/vite/threadedWasm.ts';
import { isolationHeaders } from './src/domain/siteHeaders.ts';

export default defineConfig({
	base: './',
	plugins: [react(), securityHeaders(), offlineApp()],
	resolve: {
		// Transformers.js asks for the runtime with WebGPU, whose one wasm file has 27 MB; titles run on WASM
		// alone (src/domain/backends.ts says why), for which 14 MB do.
		alias: [{ find: /^onnxruntime-web\/webgpu$/, replacement: 'onnxruntime-web/wasm' }],
	},
	worker: { format: 'es', plugins: () => [threadedWasm()] },
	server: { headers: isolationHeaders },
	build: {
		target: 'es2023',
		// For older browsers light-dark() is rewritten into variables that Mantine's scheme does not set.
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		chunkSizeWarningLimit: 30_000,
	},
	optimizeDeps: {
		// Found only when a worker starts, they would be prepared then, and the page reloaded in the middle.
		include: [
			'@tensorflow/tfjs-backend-cpu',
			'@tensorflow/tfjs-backend-wasm',
			'@tensorflow/tfjs-backend-webgpu',
			'@tensorflow/tfjs-core',
			'@tensorflow/tfjs-layers',
			'@xenova/transformers',
			'eld/small',
			'onnxruntime-web/wasm',
			'pbf',
		],
	},
});
