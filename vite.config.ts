import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Without these two the page is not cross-origin isolated, and WASM threads are lost without a word. */
export const isolationHeaders = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
	base: './',
	plugins: [react()],
	worker: { format: 'es' },
	server: { headers: isolationHeaders },
	preview: { headers: isolationHeaders },
	build: { target: 'es2023', chunkSizeWarningLimit: 30_000 },
	test: {
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' },
			},
		],
	},
});
