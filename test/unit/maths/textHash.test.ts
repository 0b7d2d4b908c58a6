import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textHash } from '../../../src/maths/textHash';

it('names a text with 16 hex digits, the same ones every time', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(textHash(text)).toMatch(/^[0-9a-f]{16}$/);
			expect(textHash(text)).toBe(textHash(`${text}`));
		}),
	);
});

it('gives 200,000 similar titles 200,000 names', () => {
	const names = new Set<string>();
	for (let i = 0; i < 100_000; i++)
		names.add(textHash(`T-shirt ${i}`)).add(textHash(`${i} t-shirt`));
	expect(names.size).toBe(200_000);
});
