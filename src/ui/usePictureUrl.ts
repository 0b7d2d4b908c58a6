import { useEffect, useState } from 'react';

/**
 * The URL of a picture for as long as what shows it is in the page, then let go.
 * @param photoId `null` when there is none to load
 * @param version another number when the same photo has another picture: loaded again
 */
export function usePictureUrl(
	photoId: string | null,
	load: (photoId: string) => Promise<string | null>,
	version = 0,
): string | null {
	const [url, setUrl] = useState<string | null>(null);
	// Another version: loaded again.
	useEffect(() => {
		if (photoId === null) return;
		let mine: string | null = null;
		let gone = false;
		void load(photoId).then((loaded) => {
			if (gone && loaded) URL.revokeObjectURL(loaded);
			if (gone) return;
			mine = loaded;
			setUrl(loaded);
		});
		return () => {
			gone = true;
			if (mine) URL.revokeObjectURL(mine);
			setUrl(null);
		};
	}, [photoId, version, load]);
	return url;
}
