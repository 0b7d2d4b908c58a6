import { isLeftBehind } from './fileNames';

/*
 * Names of files and folders that every system takes: Windows forbids some characters, names and endings, macOS
 * hides what begins with a point, and nobody tells `A` from `a`.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** In bytes of UTF-8; most systems take 255 a name, and Windows 260 characters for a whole path. */
const longestName = 100;

/** The name that comes nearest to a text. Emoji and every script stay. */
export function safeName(text: string): string {
	const plain = text
		.normalize('NFC')
		.replace(/[\ud800-\udfff]/gu, '_')
		.replace(/\s+>\s+/g, ' - ')
		.replace(/(?<=\w)\s*\/\s*(?=\w)/g, '-')
		.replace(forbidden, '_')
		.trim();
	const short = cut(plain, longestName).replace(/[. ]+$/, '');
	const visible = short.replace(/^\.+/, '_');
	if (visible === '') return '_';
	return reserved.test(visible) || isLeftBehind(visible) ? `_${visible}` : visible;
}

/** As many characters as fit into so many bytes; what people see as one character is not cut in two. */
function cut(text: string, bytes: number): string {
	const encoder = new TextEncoder();
	if (encoder.encode(text).length <= bytes) return text;
	let used = 0;
	let end = 0;
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		used += encoder.encode(segment).length;
		if (used > bytes) break;
		end += segment.length;
	}
	return text.slice(0, end);
}

/**
 * Gives out names that are all different, also where upper and lower case are one. The second of a name becomes
 * `name~2`, which no one takes for the second photo of a listing.
 */
export function uniqueNames(): (stem: string, extension?: string) => string {
	const taken = new Set<string>();
	return (stem, extension = '') => {
		let name = stem + extension;
		for (let count = 2; taken.has(name.toLowerCase()); count++)
			name = `${stem}~${count}${extension}`;
		taken.add(name.toLowerCase());
		return name;
	};
}
