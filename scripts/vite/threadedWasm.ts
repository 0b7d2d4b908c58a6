import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const folder = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd';

/** What `backend_wasm.js` says, and what it is to say. */
const replacements: [from: RegExp, to: string][] = [
	[
		/const response = wasmWorkerContents\.replace[\s\S]*?return URL\.createObjectURL\(blob\);/,
		'return import.meta.ROLLUP_FILE_URL_THREAD;',
	],
	[
		/new Blob\(\[`var WasmBackendModuleThreadedSimd = ` \+\s*wasmFactoryThreadedSimd\.toString\(\)\], \{ type: 'text\/javascript' \}\)/,
		'import.meta.ROLLUP_FILE_URL_FACTORY',
	],
];

/**
 * TF.js starts its WASM threads from blobs: one with the thread's script, one with the factory's own text, got
 * by `Function.toString()`. The second breaks when a minifier renames what the factory refers to (the threads
 * fail with "e is not defined" and `setBackend('wasm')` never resolves); both would force `blob:` into the
 * Content-Security-Policy as a source of scripts. Here the two become files of the build.
 *
 * Belongs in `worker.plugins`: the top-level plugins do not see what workers import.
 */
export function threadedWasm(): Plugin {
	return {
		name: 'aisle:threaded-wasm',
		apply: 'build',
		enforce: 'pre',
		transform(code, id) {
			if (!id.split('?')[0]?.endsWith('/tfjs-backend-wasm/dist/backend_wasm.js')) return null;
			const factory = readFileSync(require.resolve(`${folder}.js`), 'utf8');
			const emit = (name: string, source: string): string =>
				this.emitFile({ type: 'asset', name, source });
			const changed = startedFromFiles(code, {
				thread: emit('tfjs-wasm-thread.js', threadScript()),
				factory: emit('tfjs-wasm-factory.js', factory),
			});
			return { code: changed, map: null };
		},
	};
}

/** The script of a thread. TF.js keeps it as a string in which the `\n` of its own strings have become line ends. */
export function threadScript(): string {
	const { wasmWorkerContents } = require(`${folder}.worker.js`) as { wasmWorkerContents: string };
	return wasmWorkerContents.replaceAll('\n', '\\n');
}

/**
 * @param files what the bundler calls the two emitted files
 * @throws when the expected text is gone, so that a new version cannot bring the silence back
 */
export function startedFromFiles(code: string, files: { thread: string; factory: string }): string {
	return replacements
		.reduce((changed, [from, to]) => {
			if (!from.test(changed))
				throw new Error(
					`tfjs-backend-wasm no longer contains ${from}: is threadedWasm still needed?`,
				);
			return changed.replace(from, to);
		}, code)
		.replace('URL_THREAD', `URL_${files.thread}`)
		.replace('URL_FACTORY', `URL_${files.factory}`);
}
