import type { LexiconData } from '../maths/zeroShot/lexicon';

/*
 * A lexicon as three texts, so that what one visit needs is all it reads. Senses, one a line:
 * `first lemma <tab> information × 1000 <tab> senses right above`. Lemmas: `key <tab> senses`, commonest
 * first. Glosses: line n defines sense n. Senses are their line numbers, from 0, separated by spaces.
 */

export interface LexiconTexts {
	senses: string;
	lemmas: string;
	glosses: string;
}

export function writeLexicon(data: LexiconData, glosses: readonly string[]): LexiconTexts {
	const senses = data.names.map((name, sense) => {
		const information = Math.round((data.information[sense] as number) * 1000);
		return `${name}\t${information}\t${data.hypernyms[sense]?.join(' ') ?? ''}`;
	});
	const lemmas = Array.from(data.index, ([key, of]) => `${key}\t${of.join(' ')}`);
	return { senses: asLines(senses), lemmas: asLines(lemmas), glosses: asLines(glosses) };
}

export function readLexicon({ senses, lemmas }: Omit<LexiconTexts, 'glosses'>): LexiconData {
	const names: string[] = [];
	const information: number[] = [];
	const hypernyms: number[][] = [];
	for (const line of linesOf(senses)) {
		const [name = '', thousandths = '', above = ''] = line.split('\t');
		names.push(name);
		information.push(Number(thousandths) / 1000);
		hypernyms.push(numbers(above));
	}
	const index = new Map<string, number[]>();
	for (const line of linesOf(lemmas)) {
		const tab = line.indexOf('\t');
		index.set(line.slice(0, tab), numbers(line.slice(tab + 1)));
	}
	return { names, information: Float64Array.from(information), hypernyms, index };
}

/** Words with a number each, one a line: `word <tab> number`. */
export function writeWordCounts(counts: ReadonlyMap<string, number>): string {
	return asLines(Array.from(counts, ([word, count]) => `${word}\t${count}`));
}

export function readWordCounts(text: string): Map<string, number> {
	return new Map(
		linesOf(text).map((line) => {
			const [word = '', count = ''] = line.split('\t');
			return [word, Number(count)];
		}),
	);
}

export function asLines(lines: readonly string[]): string {
	return `${lines.join('\n')}\n`;
}

/** Without the empty one behind the last line end. */
export function linesOf(text: string): string[] {
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

function numbers(text: string): number[] {
	return text === '' ? [] : text.split(' ').map(Number);
}
