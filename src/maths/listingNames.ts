/*
 * What file names say about which photos belong together. Pure text: nothing here knows of files.
 */

/** `shoes/red/1.jpg` → `1.jpg` */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** `shoes/red/1.jpg` → `shoes/red`; empty at the top. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `1.front.jpg` → `1.front`. What has no letter or is longer than any picture's extension is not one. */
export function withoutExtension(name: string): string {
	return name.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{2,5}$/i, '');
}

/** The form in which names are compared: macOS writes `é` as two characters, Windows does not tell case. */
export function nameKey(name: string): string {
	return name.normalize('NFC').toLowerCase().trim();
}

/**
 * The file a cell names: `C:\photos\a.jpg`, `./a.jpg` and `https://shop.example/files/a%20b.jpg?v=12` all
 * name a file by its path. An address is only read for its file name and never fetched.
 */
export function namedPath(cell: string): string {
	const text = cell.trim();
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
		const path = text.replace(/[?#].*$/, '').replace(/\/+$/, '');
		return decoded(baseName(path));
	}
	return text
		.replaceAll('\\', '/')
		.replace(/^[a-z]:\//i, '')
		.replace(/^(\.{0,2}\/)+/, '');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A name that counts: `shoe-2` is number 2 of `shoe`, `shoe_back` its back. */
export interface CountedName {
	/** What the photos of one listing have in common, as a key. */
	stem: string;
	/** `null` for a view, or a name without a count. */
	index: number | null;
	view: string | null;
}

const views =
	'front|back|rear|side|left|right|top|bottom|inside|outside|interior|sole|detail|details|closeup|close-up|zoom|main|hero|alt|model|worn|label|tag|box|packaging|vorne|hinten|seite|detalle|frente|正面|背面|侧面|细节';

const counted = /^(.*[^\s_\-.(])(?:[\s_.-]*\((\d{1,6})\)|[\s_.-]+(\d{1,6}))$/;
const viewed = new RegExp(
	`^(.*[^\\s_\\-.(])[\\s_.-]+\\(?(${views})\\)?(?:[\\s_.-]*\\d{1,2})?$`,
	'u',
);

/** Takes the count or the view off a file's name (without folders). The separator must be there: `shoe2` has no count. */
export function countedName(name: string): CountedName {
	const key = nameKey(withoutExtension(name));
	const number = counted.exec(key);
	if (number?.[1]) return { stem: number[1], index: Number(number[2] ?? number[3]), view: null };
	const view = viewed.exec(key);
	if (view?.[1]) return { stem: view[1], index: null, view: view[2] ?? null };
	return { stem: key, index: null, view: null };
}

const cameras =
	'img|image|images|imagen|dsc|dscn|dscf|dscp|pxl|mvimg|gopr|dji|p|pict|pic|picture|photo|photos|foto|fotos|bild|scan|screenshot|screen shot|whatsapp image|signal|snapchat|vid|video|frame|file|download|downloads|unnamed|unknown|untitled|copy|item|product|products|sample|test|train|new|图片|照片|微信图片';

const camera = new RegExp(`^(?:${cameras})?(?:[\\s_.\\-~]|\\d|at|am|pm|wa)*$`, 'u');
const date = /^(?:19|20)\d{2}(?:[\s_.-]?\d{2}){0,2}$/;

/**
 * True for a stem that says nothing of the product: what a camera, phone, scanner or data set counts up
 * (`IMG_0001`, `photo-3`, `2024-05-01`). A plain number of five digits or more is an article number and says something.
 */
export function isCameraLike(stem: string): boolean {
	if (/^\d+$/.test(stem)) return stem.length < 5 || date.test(stem);
	return camera.test(stem);
}
