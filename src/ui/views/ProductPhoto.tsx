import type { Product } from '../../domain/product';
import { useAisle } from '../store';
import { Thumbnail } from '../widgets/Thumbnail';

/** A product's first picture that can be shown. */
export function ProductPhoto({ product }: { product: Product }) {
	const { load, photoId, version } = useAisle((state) => {
		const readable = product.photos.find(({ photoId }) => !state.photos.get(photoId)?.problem);
		const photo = readable && state.photos.get(readable.photoId);
		return {
			load: state.thumbnailUrl,
			photoId: readable?.photoId ?? null,
			// A preview is made when the photo is decoded, which also finds out its size.
			version: photo?.width ?? 0,
		};
	});
	return <Thumbnail photoId={photoId} version={version} load={load} />;
}
