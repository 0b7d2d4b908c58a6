import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One noun sense of WordNet. */
export interface Synset {
	/** Place in WordNet's file: its name there. */
	offset: string;
	lemmas: string[];
	/** Offsets of the senses right above ("is a kind of" and "is an instance of"). */
	hypernyms: string[];
	/** The lexicographers' file it comes from, which is a rough kind of thing. */
	kind: string;
	/** The definition without its examples. */
	gloss: string;
}

export interface WordNet {
	synsets: Map<string, Synset>;
	/** Offsets of each lemma's senses, commonest first. */
	lemmas: Map<string, string[]>;
	/** Princeton's notice, which goes with every copy of the data. */
	notice: string;
}

/** lexnames(5WN): the noun files are 03 to 28. */
const kinds =
	'Tops act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon plant possession process quantity relation shape state substance time'.split(
		' ',
	);
const firstKind = 3;

/** Reads the nouns of a WordNet 3.1 database (format: wndb(5WN)). @param folder its `dict` */
export async function readWordNet(folder: string): Promise<WordNet> {
	const data = await readFile(join(folder, 'data.noun'), 'latin1');
	const index = await readFile(join(folder, 'index.noun'), 'latin1');
	const synsets = new Map<string, Synset>();
	for (const line of entries(data)) {
		const synset = readSynset(line);
		synsets.set(synset.offset, synset);
	}
	const lemmas = new Map<string, string[]>();
	for (const line of entries(index)) {
		const fields = line.trim().split(/\s+/);
		lemmas.set(spaced(fields[0] ?? ''), fields.slice(-Number(fields[2])));
	}
	return { synsets, lemmas, notice: noticeOf(data) };
}

/** `offset file type count (lemma id)… count (pointer offset part-of-speech words)… | gloss; "example"` */
function readSynset(line: string): Synset {
	const bar = line.indexOf(' | ');
	const fields = line.slice(0, bar).split(' ');
	const words = Number.parseInt(fields[3] ?? '', 16);
	const pointers = 4 + 2 * words;
	const hypernyms: string[] = [];
	for (let i = 0; i < Number(fields[pointers]); i++) {
		const [symbol = '', offset = '', part] = fields.slice(pointers + 1 + 4 * i);
		if ((symbol === '@' || symbol === '@i') && part === 'n') hypernyms.push(offset);
	}
	return {
		offset: fields[0] ?? '',
		lemmas: Array.from({ length: words }, (_, i) => spaced(fields[4 + 2 * i] ?? '')),
		hypernyms,
		kind: kinds[Number(fields[1]) - firstKind] ?? '',
		gloss:
			line
				.slice(bar + 3)
				.trim()
				.split('; "')[0] ?? '',
	};
}

/** Lines of the licence begin with two spaces. */
const entries = (text: string): string[] =>
	text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));

const spaced = (lemma: string): string => lemma.replaceAll('_', ' ');

function noticeOf(data: string): string {
	const lines = data.split('\n').filter((line) => line.startsWith('  '));
	return `${lines.map((line) => line.replace(/^\s+\d+ ?/, '').trimEnd()).join('\n')}\n`;
}
