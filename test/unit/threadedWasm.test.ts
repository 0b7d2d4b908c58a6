import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withoutScriptDir } from '../../scripts/vite/threadedWasm';

const file = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js';
const code = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');

describe('the threaded WASM factory', () => {
	it('can be sent to a thread as text: nothing in it refers to the outside', () => {
		const factory = withoutScriptDir(code).split('return (\n')[1];
		expect(factory?.length).toBeGreaterThan(10_000);
		expect(factory).not.toContain('_scriptDir');
	});

	it('still needs this, and says so when it no longer does', () => {
		expect(code).toContain('_scriptDir');
		expect(() => withoutScriptDir('a version from the future')).toThrow('still needed');
	});
});
