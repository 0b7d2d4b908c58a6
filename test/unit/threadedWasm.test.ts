import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { startedFromFiles, threadScript } from '../../scripts/vite/threadedWasm';

const file = '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
const code = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');

describe('the threads of TF.js', () => {
	it('are started from files of the build, not from blobs', () => {
		expect(code).toContain('createObjectURL');
		const changed = startedFromFiles(code, { thread: 'abc', factory: 'def' });
		expect(changed).not.toContain('Blob(');
		expect(changed).not.toContain('createObjectURL');
		expect(changed).toContain('return import.meta.ROLLUP_FILE_URL_abc;');
		expect(changed).toContain('mainScriptUrlOrBlob = import.meta.ROLLUP_FILE_URL_def;');
	});

	it('run a script that can be parsed', () => {
		expect(() => new Script(threadScript())).not.toThrow();
	});

	it('are looked at again when TF.js changes', () => {
		const files = { thread: 'abc', factory: 'def' };
		expect(() => startedFromFiles('a version from the future', files)).toThrow('still needed');
	});
});
