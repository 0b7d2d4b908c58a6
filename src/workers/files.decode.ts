import { type Augmentation, viewItem } from '../domain/augmentation';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { Photo, Problem } from '../domain/product';
import { type DecodedPicture, decodePicture } from '../formats/picture';
import { sniff, sniffedBytes } from '../formats/sniff';
import { photoView } from '../maths/photoViews';
import { photoBlob, photo as photoRecord, putDecoded } from '../storage/photos';
import type { DecodedPhotos } from './files.contract';
import { transfer } from './rpc';

interface Decoded {
	photo: Photo;
	picture: DecodedPicture | null;
}

/**
 * `FilesContract.decode`. Meant for a dozen photos a call: their pixels are in memory together.
 * @throws AppError `storage-full`, `storage-unavailable`, `out-of-memory`; AbortError when cancelled
 */
export async function decode(
	{ photoIds, size, views }: { photoIds: string[]; size: number; views?: readonly Augmentation[] },
	{ signal, report }: JobContext,
): Promise<DecodedPhotos> {
	const decoded: Decoded[] = [];
	const gone: DecodedPhotos['failed'] = [];
	for (const id of photoIds) {
		signal.throwIfAborted();
		const [photo, blob] = await Promise.all([photoRecord(id), photoBlob(id)]);
		// Deleted by the user while its batch was on the way.
		if (!photo || !blob)
			gone.push({ photoId: id, problem: { code: 'file-unreadable', detail: { file: id } } });
		else decoded.push(await decodeOne(photo, blob, size));
		report({ step: 'read-files', done: decoded.length + gone.length, total: photoIds.length });
	}
	await putDecoded(
		decoded.map(({ photo, picture }) => ({ photo, thumbnail: picture?.thumbnail ?? null })),
	);
	const good = decoded.flatMap(({ photo, picture }) => (picture ? [{ photo, picture }] : []));
	const pictures = good.flatMap(({ photo: { id }, picture }) =>
		views
			? views.map((view) => ({
					id: viewItem(id, view),
					pixels: photoView(picture.pixels, size, view, id),
				}))
			: { id, pixels: picture.pixels },
	);
	const pixels = new Uint8Array(pictures.length * size * size * 3);
	pictures.forEach((picture, at) => {
		pixels.set(picture.pixels, at * size * size * 3);
	});
	const failed = decoded.flatMap(({ photo: { id, problem }, picture }) =>
		picture || !problem ? [] : [{ photoId: id, problem }],
	);
	const output = { photoIds: pictures.map(({ id }) => id), pixels };
	return transfer({ ...output, failed: [...failed, ...gone] }, [pixels.buffer]);
}

async function decodeOne(photo: Photo, blob: Blob, size: number): Promise<Decoded> {
	// A photo whose size is known has its thumbnail: they were written together.
	const wanted = { type: photo.type, size, thumbnail: photo.width === 0 };
	try {
		const picture = await decodePicture(blob, wanted);
		const { width, height } = picture;
		return { photo: { ...photo, width, height, problem: null }, picture };
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'out-of-memory') throw error;
		const problem: Problem = { code: error.code, detail: error.detail };
		return { photo: { ...photo, problem }, picture: null };
	}
}

/**
 * `FilesContract.decodeFile`.
 * @throws AppError as decodePicture does; `file-unsupported` for what is no picture
 */
export async function decodeFile({
	file,
	size,
}: {
	file: File;
	size: number;
}): Promise<{ pixels: Uint8Array }> {
	const head = new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer());
	const found = await sniff(head, file.name);
	if (found.kind !== 'photo') throw new AppError('file-unsupported', { file: file.name });
	const { pixels } = await decodePicture(file, { type: found.type, size, thumbnail: false });
	return transfer({ pixels }, [pixels.buffer]);
}
