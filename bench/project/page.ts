import type { JobContext } from '../../src/domain/job';
import type { Photo, Product } from '../../src/domain/product';
import { sha256 } from '../../src/formats/sha256';
import { openDatabase } from '../../src/storage/database';
import { deleteEverything } from '../../src/storage/everything';
import { clearOutputs } from '../../src/storage/outputFile';
import type { PageHarness } from '../harness/pageHarness';

/** As phones make them, roughly; the bytes are noise, which hardly shrinks, as photos hardly do. */
const photoBytes = 1_000_000;
const field = 'shelf';
const labels = 8;
/** As ResNet-50 has them. */
const dimensions = 2048;

let saved: File | null = null;

/** Products with a photo, a thumbnail, a label and an embedding each. */
export async function fill(
	_: PageHarness,
	{ products }: { products: number },
	{ report }: JobContext,
): Promise<void> {
	await deleteEverything();
	await clearOutputs();
	saved = null;
	const database = await openDatabase();
	for (let at = 0; at < products; at++) {
		const bytes = noise(photoBytes);
		const photoId = await sha256(bytes);
		const photo: Photo = {
			...{ id: photoId, type: 'image/jpeg', bytes: photoBytes },
			...{ width: 1000, height: 1000, problem: null },
		};
		const product: Product = {
			...{ id: `product-${at}`, importId: 'bench', order: at, name: `Product ${at}` },
			...{ title: `Product ${at}`, description: '', attributes: {}, problems: [] },
			photos: [{ photoId, path: `${at}.jpg` }],
		};
		await database.put('photoBlobs', new Blob([bytes], { type: photo.type }), photoId);
		await database.put('thumbnails', new Blob([noise(8_000)], { type: 'image/webp' }), photoId);
		await database.put('photos', photo);
		await database.put('products', product);
		const label = `Shelf ${at % labels}`;
		await database.put('labels', { field, productId: product.id, label, by: 'grid', at: 1 });
		const vector = Float32Array.from(noise(dimensions));
		await database.put('embeddings', { set: 'bench', item: photoId, vector });
		report({ step: 'read-files', done: at + 1, total: products });
	}
}

/** @returns length of the project's file */
export async function save(
	{ services }: PageHarness,
	_: null,
	job: JobContext,
): Promise<{ bytes: number }> {
	const target = { name: 'bench.aisle', picked: null };
	saved = await services.files.remote.exportProject({ target }, job);
	return { bytes: saved?.size ?? 0 };
}

/** Into an empty browser. @returns length of the project's file */
export async function open(
	{ services }: PageHarness,
	{ products }: { products: number },
	job: JobContext,
): Promise<{ bytes: number }> {
	if (!saved) throw new Error('nothing was saved');
	await deleteEverything();
	await services.files.remote.importProject({ file: saved, onto: 'replace' }, job);
	const came = await (await openDatabase()).count('photoBlobs');
	if (came !== products) throw new Error(`${came} of ${products} photos came back`);
	return { bytes: saved.size };
}

/** @returns length of the zip */
export async function zip(
	{ services }: PageHarness,
	_: null,
	job: JobContext,
): Promise<{ bytes: number }> {
	const target = { name: 'bench.zip', picked: null };
	const file = await services.files.remote.exportPhotos({ field, target }, job);
	return { bytes: file?.size ?? 0 };
}

function noise(length: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	// What a browser gives out at a time.
	for (let at = 0; at < length; at += 65_536)
		crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)));
	return bytes;
}
