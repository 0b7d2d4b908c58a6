import type { ErrorCode, ErrorDetail } from '../domain/errors';
import type { Problem } from '../domain/product';

/** How many lines a sentence names before it only counts. */
const mostNamed = 20;

/**
 * One problem for all rows of a table with the same thing wrong, so that a hundred thousand bad rows are one
 * sentence: `count` rows, the first of them on `lines` ("3, 7, 12").
 */
export function linesProblem(
	code: ErrorCode,
	file: string,
	lines: readonly number[],
	more: ErrorDetail = {},
): Problem {
	return {
		code,
		detail: { file, count: lines.length, lines: lines.slice(0, mostNamed).join(', '), ...more },
	};
}
