import type { FieldName } from '../domain/field';
import type { Product } from '../domain/product';
import { baseName, withoutExtension } from '../maths/listingNames';
import { labelsCsvText } from './csvExport';
import { isPictureName } from './fileNames';
import { type CatalogueLabels, labelRow, sortedFields } from './labelTable';
import { safeName, uniqueNames } from './safeNames';

/** What a zip of labelled photos holds. */
export interface PhotoFolders {
	/** Where each photo goes; one that belongs to several products may be there several times. */
	files: { path: string; photoId: string }[];
	/** `labels.csv`: what the names of folders cannot say, for all fields. */
	table: string;
	/** Labelled products. */
	products: number;
	folders: number;
}

const extensions: Record<string, string> = {
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/apng': '.png',
	'image/gif': '.gif',
	'image/webp': '.webp',
	'image/avif': '.avif',
	'image/bmp': '.bmp',
	'image/heic': '.heic',
	'image/heif': '.heif',
	'image/tiff': '.tif',
};

/**
 * Puts the photos of labelled products into one folder per label, as tools for training expect it. A label that is
 * a path is one folder too (`Home & Garden - Plants`): in nested ones, those tools take the topmost for the label.
 * @param typeOf of a photo, `image/jpeg`; gives a file an extension that came without
 */
export function photoFolders(
	products: readonly Product[],
	labels: CatalogueLabels,
	field: FieldName,
	typeOf: (photoId: string) => string,
): PhotoFolders {
	const folderName = uniqueNames();
	const folders = new Map<string, { name: string; fileName: ReturnType<typeof uniqueNames> }>();
	const fields = sortedFields(labels);
	const files: PhotoFolders['files'] = [];
	const rows = products.flatMap((product) => {
		const label = labels.get(field)?.get(product.id)?.label;
		if (label === undefined) return [];
		const folder = folders.get(label) ?? {
			name: folderName(safeName(label)),
			fileName: uniqueNames(),
		};
		folders.set(label, folder);
		const paths = product.photos.map(({ path, photoId }) => {
			const name = baseName(path);
			const stem = withoutExtension(name);
			const extension = isPictureName(name)
				? name.slice(stem.length)
				: (extensions[typeOf(photoId)] ?? '.jpg');
			const to = `${folder.name}/${folder.fileName(safeName(isPictureName(name) ? stem : name), extension)}`;
			files.push({ path: to, photoId });
			return to;
		});
		return [labelRow(product, fields, labels, paths)];
	});
	return {
		files,
		table: labelsCsvText(rows, fields),
		products: rows.length,
		folders: folders.size,
	};
}
