/** What operating systems and archivers leave behind; nobody means to drop it, so nothing is said of it. */
const leftBehind = new Set(['__macosx', 'thumbs.db', 'ehthumbs.db', 'desktop.ini', '$recycle.bin']);

/** True for `.DS_Store`, `__MACOSX/…`, `._photo.jpg`, `Thumbs.db`, `desktop.ini` and hidden files generally. */
export function isLeftBehind(path: string): boolean {
	return path
		.split('/')
		.some((part) => part.startsWith('.') || leftBehind.has(part.toLowerCase().trim()));
}

/** Paths as browsers and archivers write them → `folder/file`: `./a.jpg`, `/shoes/a.jpg`, `shoes\a.jpg`. */
export function tidyPath(path: string): string {
	return path
		.replaceAll('\\', '/')
		.split('/')
		.filter((part) => part !== '' && part !== '.' && part !== '..')
		.join('/');
}

const pictureName =
	/\.(jpe?g|jpe|jfif|pjpe?g|png|apng|gif|webp|avif|bmp|ico|hei[cf]|svgz?|tiff?|jxl|jp2|psd|dng|cr2|cr3|nef|arw)$/i;

/** Whether a name promises a picture, so that its failure belongs on a card and not in a list of odd files. */
export function isPictureName(path: string): boolean {
	return pictureName.test(path);
}

export function isTableName(path: string): boolean {
	return /\.(csv|tsv)$/i.test(path);
}

export function isPlainTextName(path: string): boolean {
	return /\.txt$/i.test(path);
}

export function isZipName(path: string): boolean {
	return /\.zip$/i.test(path);
}
