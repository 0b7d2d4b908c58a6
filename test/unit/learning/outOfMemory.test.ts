import { describe, expect, it } from 'vitest';
import { rethrowOutOfMemory } from '../../../src/learning/outOfMemory';

describe('out of memory', () => {
	it.each([
		new RangeError('Array buffer allocation failed'),
		new RangeError('WebAssembly.Memory(): could not allocate memory'),
		new Error('Aborted(OOM). Build with -sASSERTIONS for more info.'),
		new Error("Can't create a session. ERROR_CODE: 6, std::bad_alloc"),
		'out of memory',
	])('is recognised in: %s', (error) => {
		expect(() => rethrowOutOfMemory(error)).toThrow(
			expect.objectContaining({ code: 'out-of-memory' }),
		);
	});

	it('leaves everything else as it is', () => {
		const bug = new TypeError('x is not a function');
		expect(() => rethrowOutOfMemory(bug)).toThrow(bug);
	});
});
