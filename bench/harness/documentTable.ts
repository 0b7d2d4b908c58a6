import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectRoot } from '../../scripts/models/places';

/**
 * Puts measured rows into a document's table, so that no figure is copied by hand.
 * @param file from the repository's root
 * @param name see `withRows`
 */
export async function writeRows(file: string, name: string, rows: string[][]): Promise<void> {
	const path = resolve(projectRoot, file);
	await writeFile(path, withRows(await readFile(path, 'utf8'), name, rows));
}

/**
 * The document with these rows in the table below the comment `<!-- name -->`: in place of those that begin with the
 * same cell, else at its end. The other rows stay, so that a bench may be run in parts.
 * @throws RangeError where there is no such table
 */
export function withRows(document: string, name: string, rows: string[][]): string {
	const lines = document.split('\n');
	const heading = lines.indexOf(`<!-- ${name} -->`) + 2;
	const end = lines.findIndex((line, at) => at >= heading && !line.startsWith('|'));
	if (heading < 2 || end <= heading) throw new RangeError(`no table below <!-- ${name} -->`);
	const table = new Map(
		lines
			.slice(heading, end)
			.map((line) => line.slice(1, -1).split('|'))
			.map((cells) => cells.map((cell) => cell.trim()))
			.map((cells) => [cells[0], cells]),
	);
	for (const row of rows) table.set(row[0], row);
	const [head = [], , ...body] = table.values();
	const all = [head, ...body];
	const widths = head.map((_, column) =>
		Math.max(3, ...all.map((cells) => cells[column]?.length ?? 0)),
	);
	const line = (cells: string[]): string =>
		`| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	lines.splice(heading, end - heading, line(head), rule, ...body.map(line));
	return lines.join('\n');
}
