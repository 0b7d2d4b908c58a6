import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/formats/plainText';

describe('plainText', () => {
	it.each([
		['<p>Soft <b>cotton</b> tee</p><p>Blue</p>', 'Soft cotton tee Blue'],
		['Ben &amp; Jerry&#39;s &eacute;clair', "Ben & Jerry's éclair"],
		['a<br/>b<br>c', 'a b c'],
		['un<b>believ</b>able', 'unbelievable'],
		['<script>alert("x")</script><style>p{}</style>Shoe', 'Shoe'],
		['<!-- note -->Shoe', 'Shoe'],
		['Size <M> shirt', 'Size <M> shirt'],
		['3 < 5 > 2', '3 < 5 > 2'],
		['AT&T and R&D', 'AT&T and R&D'],
		['Shoe <b', 'Shoe'],
		['  two\n lines\t ', 'two lines'],
		['👟 Laufschuh 👨‍👩‍👧', '👟 Laufschuh 👨‍👩‍👧'],
		['حذاء رياضي', 'حذاء رياضي'],
		['zero\u200bwidth', 'zerowidth'],
	])('%j → %j', (cell, text) => {
		expect(plainText(cell)).toBe(text);
	});

	it('leaves text without markup as it is, but for white space', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[\p{L}\p{N}.,!?'-]+$/u)), (words) => {
				expect(plainText(words.join(' '))).toBe(words.filter((word) => word).join(' '));
			}),
		);
	});

	it('never fails, and leaves no known tag standing', () => {
		const bits = fc.constantFrom(
			'<p>',
			'</p>',
			'>',
			'&',
			'amp;',
			'<script>',
			'x',
			'"',
			'<!--',
			' ',
		);
		fc.assert(
			fc.property(fc.array(bits), (parts) => {
				expect(plainText(parts.join(''))).not.toMatch(/<\/?(p|script)>/);
			}),
		);
	});
});
