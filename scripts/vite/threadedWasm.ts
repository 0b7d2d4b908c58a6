import type { Plugin } from 'vite';

const file = '/wasm-out/tfjs-backend-wasm-threaded-simd.js';
const uses = [
	'if(typeof _scriptDir !== "undefined" && _scriptDir){scriptDirectory=_scriptDir}',
	'||_scriptDir,',
];

/**
 * TF.js ships its threaded WASM factory to its threads through `Function.toString()`. In a build the
 * minifier renames the outer `_scriptDir` that it refers to, the threads fail with "e is not defined", and
 * `setBackend('wasm')` never resolves. The variable is of no use in a bundle, so it is taken out.
 *
 * Belongs in `worker.plugins`: the top-level plugins do not see what workers import.
 * @throws when the expected text is gone, so that a new version cannot bring the silence back
 */
export function threadedWasm(): Plugin {
	return {
		name: 'aisle:threaded-wasm',
		enforce: 'pre',
		transform(code, id) {
			return id.split('?')[0]?.endsWith(file) ? { code: withoutScriptDir(code), map: null } : null;
		},
	};
}

/** The factory without references to anything outside itself. */
export function withoutScriptDir(code: string): string {
	let result = code;
	for (const use of uses) {
		if (!result.includes(use))
			throw new Error(`tfjs-backend-wasm no longer contains ${use}: is threadedWasm still needed?`);
		result = result.replace(use, use.endsWith(',') ? ',' : '');
	}
	const body = result.slice(result.indexOf('return (\n'));
	if (body.includes('_scriptDir'))
		throw new Error('tfjs-backend-wasm uses _scriptDir in a new place: look at threadedWasm');
	return result;
}
