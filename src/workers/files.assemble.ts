import type { FieldName, LabelChange } from '../domain/field';
import type { JobContext } from '../domain/job';
import type { Problem, Product } from '../domain/product';
import { readProductTable } from '../formats/productTable';
import { givenLabels } from '../maths/labelEdits';
import { type ListingPhoto, listings } from '../maths/listing';
import { mergeListings } from '../maths/listingMerge';
import type { ListingRow } from '../maths/listingRows';
import { waitingRows } from '../maths/listingWaiting';
import { clearStaged, importRecord, putImport, stagedFiles } from '../storage/imports';
import { labelsOf, writeLabels } from '../storage/labels';
import { allProducts, nextOrder, putProducts } from '../storage/products';
import type { StagedFile } from '../storage/schema';
import type { ImportSummary } from './files.contract';

/** Products written in one transaction. */
const chunkProducts = 500;

/**
 * `FilesContract.assemble`. Safe to call again after it was cut off: what is in the catalogue already is
 * recognised, and what was staged is forgotten only at the very end. Progress counts products.
 * @throws AppError `storage-full`, `storage-unavailable`; AbortError when cancelled
 */
export async function assemble(
	{ importId }: { importId: string },
	{ signal, report }: JobContext,
): Promise<ImportSummary> {
	const staged = await stagedFiles(importId);
	const { rows, problems } = await readTables(staged, signal);
	const [catalogue, record] = await Promise.all([allProducts(), importRecord(importId)]);
	const made = listings(
		[...stagedPhotos(staged, catalogue)],
		[...rows, ...waitingRows(catalogue, rows)],
		record?.counted,
	);
	const { added, changed, labels } = mergeListings(made.listings, catalogue, {
		importId,
		order: await nextOrder(),
		newId: () => crypto.randomUUID(),
	});
	const products = [...changed, ...added];
	for (let start = 0; start < products.length; start += chunkProducts) {
		signal.throwIfAborted();
		await putProducts(products.slice(start, start + chunkProducts));
		const done = Math.min(start + chunkProducts, products.length);
		report({ step: 'read-files', done, total: products.length });
	}
	const labelUndo = await labelled(labels);
	await clearStaged(importId);
	if (record) await putImport({ ...record, phase: 'embedding' });
	return {
		products: added.length,
		photos: added.reduce((sum, { photos }) => sum + photos.length, 0),
		labelUndo,
		problems: [...problems, ...made.problems],
	};
}

/** Writes the labels that rows give. What a table says counts more than an older label. @returns what undoes them */
async function labelled(
	given: ReadonlyMap<string, Record<FieldName, string>>,
): Promise<LabelChange[]> {
	const byField = new Map<FieldName, Map<string, string>>();
	for (const [productId, labels] of given)
		for (const [field, label] of Object.entries(labels))
			byField.set(field, (byField.get(field) ?? new Map()).set(productId, label));
	const changes: LabelChange[] = [];
	for (const [field, labels] of byField) {
		const before = (await labelsOf(field)).filter(({ productId }) => labels.has(productId));
		const known = new Map(before.map((label) => [label.productId, label]));
		changes.push(...givenLabels(field, known, labels, 'replace', 'column', Date.now()));
	}
	return changes.length === 0 ? [] : writeLabels(changes);
}

async function readTables(
	staged: StagedFile[],
	signal: AbortSignal,
): Promise<{ rows: ListingRow[]; problems: Problem[] }> {
	const rows: ListingRow[] = [];
	const problems: Problem[] = [];
	/** Lets a cancel through; it comes as a message. */
	const breathe = async (): Promise<void> => {
		await new Promise((resolve) => setTimeout(resolve));
		signal.throwIfAborted();
	};
	for (const { path, table } of staged) {
		if (!table) continue;
		const read = await readProductTable(new Uint8Array(await table.arrayBuffer()), path, breathe);
		for (const row of read.rows) rows.push(row);
		problems.push(...read.problems);
	}
	return { rows, problems };
}

/** The pictures of the drop, each with the product it belongs to already, and the catalogue's other photos. */
function* stagedPhotos(staged: StagedFile[], catalogue: Product[]): Generator<ListingPhoto> {
	const owners = new Map<string, string>();
	for (const { id, photos, problems } of catalogue) {
		for (const { path, photoId } of photos) owners.set(photoKey(path, photoId), id);
		// A file that could not be read is recognised by what was said of it.
		for (const { code, detail } of problems)
			if (detail.file !== undefined) owners.set(photoKey(String(detail.file), code), id);
	}
	const dropped = new Set<string>();
	for (const { path, photoId, problem } of staged) {
		const key = photoId ?? problem?.code;
		if (key === undefined) continue;
		dropped.add(photoKey(path, key));
		yield { path, photoId, problem, productId: owners.get(photoKey(path, key)) ?? null };
	}
	for (const { id, photos } of catalogue)
		for (const { path, photoId } of photos)
			if (!dropped.has(photoKey(path, photoId)))
				yield { path, photoId, problem: null, productId: id };
}

function photoKey(path: string, id: string): string {
	return `${path}\n${id}`;
}
