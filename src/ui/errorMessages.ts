import type { TFunction } from 'i18next';
import type { Problem } from '../domain/product';
import type { ProblemWords } from './text/en.problems';

/**
 * The sentence and the remedy for a problem. Exhaustive by type: the key is built from the closed union of
 * codes, so a code without words in the text file does not compile.
 */
export function problemWords(t: TFunction, { code, detail }: Problem): ProblemWords {
	const values = {
		...detail,
		// Sentences name the file where they can, by its own name: the folders only get in the way.
		file: baseName(detail.file ?? detail.path ?? detail.name) ?? t('problem.aFile'),
		photo: baseName(detail.photo ?? detail.file ?? detail.name) ?? t('problem.aFile'),
		lines: detail.lines ?? detail.line ?? detail.row ?? t('problem.aLine'),
		text: detail.text ?? '',
		column: detail.column ?? t('problem.aColumn'),
		label: detail.label ?? '?',
		field: detail.field ?? '?',
		cell: detail.cell ?? '?',
		difference: detail.difference ?? '?',
		tolerance: detail.tolerance ?? '?',
		network: detail.network ?? '?',
		megabytes: detail.megabytes ?? 0,
		most: detail.most ?? 0,
		other: baseName(detail.other ?? detail.product) ?? t('problem.anotherProduct'),
	};
	return {
		sentence: t(`problems.${code}.sentence`, values),
		remedy: t(`problems.${code}.remedy`, values),
	};
}

function baseName(path: string | number | undefined): string | undefined {
	return path === undefined ? undefined : String(path).split('/').filter(Boolean).at(-1);
}
