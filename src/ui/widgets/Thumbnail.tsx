import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { usePictureUrl } from '../usePictureUrl';
import styles from './Thumbnail.module.css';

interface ThumbnailProps {
	/** `null` when there is no picture to show. */
	photoId: string | null;
	/** Another number when the same photo has another preview. */
	version: number;
	load(photoId: string): Promise<string | null>;
}

/** A photo's preview, fetched when the card comes into the page and let go when it leaves. */
export function Thumbnail({ photoId, version, load }: ThumbnailProps) {
	const url = usePictureUrl(photoId, load, version);
	const Placeholder = photoId === null ? IconPhotoOff : IconPhoto;
	return (
		<span className={styles.mat} data-empty={url === null}>
			{url ? (
				// The title beside it says what it shows.
				<img src={url} alt="" className={styles.photo} draggable={false} />
			) : (
				<Placeholder size={34} stroke={1.2} aria-hidden />
			)}
		</span>
	);
}
