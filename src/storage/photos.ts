import type { Photo } from '../domain/product';
import { openDatabase, writing } from './database';

export async function photo(id: string): Promise<Photo | undefined> {
	return (await openDatabase()).get('photos', id);
}

/** Those of the ids that are stored. */
export async function photosByIds(ids: string[]): Promise<Photo[]> {
	const store = (await openDatabase()).transaction('photos').store;
	const found = await Promise.all(ids.map((id) => store.get(id)));
	return found.filter((photo) => photo !== undefined);
}

export async function allPhotos(): Promise<Photo[]> {
	return (await openDatabase()).getAll('photos');
}

/** Which of these photos are stored already. */
export async function storedPhotoIds(ids: string[]): Promise<Set<string>> {
	const database = await openDatabase();
	const store = database.transaction('photos').store;
	const found = await Promise.all(ids.map((id) => store.getKey(id)));
	return new Set(found.filter((id) => id !== undefined));
}

/** The file as it came. */
export async function photoBlob(id: string): Promise<Blob | undefined> {
	return (await openDatabase()).get('photoBlobs', id);
}

export async function thumbnail(id: string): Promise<Blob | undefined> {
	return (await openDatabase()).get('thumbnails', id);
}

/** Stores photos with their files in one transaction: all or none. */
export async function putPhotos(photos: { photo: Photo; blob: Blob }[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['photos', 'photoBlobs'], 'readwrite');
		await Promise.all([
			...photos.flatMap(({ photo, blob }) => [
				transaction.objectStore('photos').put(photo),
				transaction.objectStore('photoBlobs').put(blob, photo.id),
			]),
			transaction.done,
		]);
	});
}

/** After decoding: size or problem, and the thumbnail where there is one. */
export async function putDecoded(
	photos: { photo: Photo; thumbnail: Blob | null }[],
): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['photos', 'thumbnails'], 'readwrite');
		await Promise.all([
			...photos.flatMap(({ photo, thumbnail }) => [
				transaction.objectStore('photos').put(photo),
				...(thumbnail ? [transaction.objectStore('thumbnails').put(thumbnail, photo.id)] : []),
			]),
			transaction.done,
		]);
	});
}
