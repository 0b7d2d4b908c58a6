import { columnRoles, type DropSummary, type TableSummary } from '../domain/drop';
import type { JobContext } from '../domain/job';
import type { Problem } from '../domain/product';
import { isPictureName, isPlainTextName, isTableName } from '../formats/fileNames';
import { type ProductTable, readProductTable } from '../formats/productTable';
import { sniff, sniffedBytes } from '../formats/sniff';
import { tableColumns } from '../formats/tableColumns';
import { countedFolders } from '../maths/countedFolders';
import { type ListingPhoto, listings } from '../maths/listing';
import { folderOf } from '../maths/listingNames';
import type { ListingRow } from '../maths/listingRows';
import type { DroppedFile } from './files.contract';
import { problemOf, type Source, walkDrop } from './files.sources';

/** Rows shown of each table. */
const previewRows = 4;

/**
 * `FilesContract.inspect`. Looks at names and tables alone; photos are not opened. What cannot be read is left to
 * the import, which says so. Progress counts files.
 * @throws AbortError when cancelled
 */
export async function inspect(
	{ files }: { files: DroppedFile[] },
	{ signal, report }: JobContext,
): Promise<DropSummary> {
	const photos: ListingPhoto[] = [];
	const texts: Source[] = [];
	const samples = new Map<string, Map<string, number>>();
	let total: number | null = null;
	let walked = 0;
	for await (const found of walkDrop(files, signal, (count) => {
		total = count;
	})) {
		signal.throwIfAborted();
		walked++;
		report({ step: 'read-files', done: walked, total });
		if ('problem' in found) continue;
		const { path, sampleOf } = found.source;
		if (isPictureName(path)) {
			photos.push({ path, photoId: path, problem: null, productId: null });
			if (sampleOf !== null) count(samples, folderOf(folderOf(path)), sampleOf);
		} else if (isTableName(path) || isPlainTextName(path)) texts.push(found.source);
	}
	const tables: TableSummary[] = [];
	/** Photos that rows take: of those it is known what they are. */
	const claimed = new Set<string>();
	for (const source of texts) {
		const table = await readTable(source, signal);
		if (!table) continue;
		const made = listings(photos, table.rows);
		for (const listing of made.listings)
			if (listing.hasRow) for (const { path } of listing.photos) claimed.add(path);
		tables.push(summary(source.path, table, made));
	}
	const teachable = [...samples].map(([path, classes]) => {
		const counted = [...classes].map(([name, photos]) => ({ name, photos }));
		const sum = counted.reduce((all, { photos }) => all + photos, 0);
		return { path, photos: sum, classes: counted };
	});
	const free = photos.map(({ path }) => path).filter((path) => !claimed.has(path));
	return { photos: photos.length, tables, teachable, counted: countedFolders(free).unclear };
}

function count(samples: Map<string, Map<string, number>>, project: string, label: string): void {
	const classes = samples.get(project) ?? new Map<string, number>();
	samples.set(project, classes.set(label, (classes.get(label) ?? 0) + 1));
}

/** `null` for a text that is no table, or cannot be read. */
async function readTable(source: Source, signal: AbortSignal): Promise<ProductTable | null> {
	try {
		const blob = await source.open(signal);
		const head = new Uint8Array(await blob.slice(0, sniffedBytes).arrayBuffer());
		const sniffed = await sniff(head, source.path);
		if (sniffed.kind === 'problem' && sniffed.problem.code === 'csv-empty')
			return unreadable(sniffed.problem);
		if (sniffed.kind !== 'table') return null;
		return await readProductTable(
			new Uint8Array(await blob.arrayBuffer()),
			source.path,
			async () => {
				await new Promise((resolve) => setTimeout(resolve));
				signal.throwIfAborted();
			},
		);
	} catch (error) {
		if (signal.aborted) throw error;
		return unreadable(problemOf(error, source.path));
	}
}

function unreadable(problem: Problem): ProductTable {
	return { header: [], dialect: 'plain', rows: [], problems: [problem] };
}

/** Fields that rows have labels for, in the order of their columns. */
function labelled(rows: readonly ListingRow[]): TableSummary['labels'] {
	const fields = new Map<string, number>();
	for (const { labels } of rows)
		for (const field in labels) fields.set(field, (fields.get(field) ?? 0) + 1);
	return [...fields].map(([field, rows]) => ({ field, rows }));
}

function summary(
	path: string,
	{ header, dialect, rows, problems }: ProductTable,
	made: ReturnType<typeof listings>,
): TableSummary {
	const products = made.listings.filter(({ hasRow }) => hasRow);
	const columns = tableColumns(header);
	const named = (role: keyof typeof columns): string[] =>
		[columns[role]].flat().flatMap((column) => (column < 0 ? [] : (header[column] ?? [])));
	const texts = [...named('sku'), ...named('handle')];
	const attributes = new Set(rows.flatMap((row) => Object.keys(row.attributes)));
	return {
		path,
		dialect,
		rows: rows.length,
		products: products.length,
		withPhoto: products.filter((product) => product.photos.length > 0).length,
		columns: columnRoles
			.map((role) => ({ role, headers: named(role) }))
			.filter(({ headers }) => headers.length > 0),
		attributes: [...attributes].filter((name) => !texts.includes(name)),
		labels: labelled(rows),
		preview: rows.slice(0, previewRows).map((row) => ({
			line: row.line,
			photo: row.photos[0] ?? '',
			title: row.title,
			sku: row.sku,
			handle: row.handle,
		})),
		problems: [
			...problems,
			// That photos may be dropped later is no fault of a row.
			...made.problems.filter(({ code }) => code === 'csv-row-empty'),
		],
	};
}
