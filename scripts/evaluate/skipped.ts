import type { Problem } from '../../src/domain/product';
import { missingSeparator } from '../../src/maths/listing';

export interface Skipped {
	/** Its path; for rows of a table, the table and their lines: `products.csv:3, 17`. */
	file: string;
	/** A code of domain/errors.ts. */
	reason: string;
}

/** What of the data could not be used, file by file; notes are no problems. */
export function skipped(problems: readonly Problem[]): Skipped[] {
	return problems
		.filter(({ code }) => !code.startsWith('note-'))
		.flatMap(({ code, detail }) =>
			filesOf(detail).map((file): Skipped => ({ file, reason: code })),
		);
}

function filesOf({ file, lines, photo, photos }: Problem['detail']): string[] {
	if (typeof photos === 'string') return photos.split(missingSeparator);
	if (photo !== undefined) return [String(photo)];
	return [lines === undefined ? String(file ?? '') : `${file ?? ''}:${lines}`];
}
