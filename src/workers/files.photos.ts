import type { FieldName } from '../domain/field';
import type { FileTarget } from '../domain/fileTarget';
import type { JobContext } from '../domain/job';
import { photoFolders } from '../formats/photoFolders';
import { zipOutput } from '../formats/zipWriting';
import { labelsByField } from '../maths/labelEdits';
import { allLabels } from '../storage/labels';
import { openOutput } from '../storage/outputFile';
import { allPhotos, photoBlob } from '../storage/photos';
import { allProducts } from '../storage/products';

/** `FilesContract.exportPhotos`. One photo at a time is in memory; a cancel leaves nothing behind. */
export async function exportPhotos(
	{ field, target }: { field: FieldName; target: FileTarget },
	{ signal, report }: JobContext,
): Promise<File | null> {
	const [products, photos] = await Promise.all([allProducts(), allPhotos()]);
	const types = new Map(photos.map(({ id, type }) => [id, type]));
	const { files, table } = photoFolders(
		products,
		labelsByField(await allLabels()),
		field,
		(photoId) => types.get(photoId) ?? '',
	);
	const output = await openOutput(target);
	try {
		const zip = zipOutput(output.write, signal);
		await zip.text('labels.csv', table);
		for (const [at, { path, photoId }] of files.entries()) {
			signal.throwIfAborted();
			const blob = await photoBlob(photoId);
			if (blob) await zip.photo(path, blob);
			report({ step: 'export', done: at + 1, total: files.length });
		}
		await zip.finish();
		return await output.finish();
	} catch (error) {
		await output.abandon();
		throw signal.aborted ? new DOMException('cancelled', 'AbortError') : error;
	}
}
