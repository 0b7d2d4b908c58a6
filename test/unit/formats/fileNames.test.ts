import { describe, expect, it } from 'vitest';
import { isLeftBehind, tidyPath } from '../../../src/formats/fileNames';

describe('isLeftBehind', () => {
	it.each([
		'.DS_Store',
		'shoes/.DS_Store',
		'__MACOSX/shoes/._1.jpg',
		'shoes/._1.jpg',
		'Thumbs.db',
		'shoes/desktop.ini',
	])('%j is', (path) => expect(isLeftBehind(path)).toBe(true));

	it.each(['shoes/1.jpg', 'a.b/1.jpg', 'macosx.jpg'])('%j is not', (path) =>
		expect(isLeftBehind(path)).toBe(false),
	);
});

describe('tidyPath', () => {
	it.each([
		['./a.jpg', 'a.jpg'],
		['/shoes//a.jpg', 'shoes/a.jpg'],
		['shoes\\red\\a.jpg', 'shoes/red/a.jpg'],
		['../../etc/a.jpg', 'etc/a.jpg'],
	])('%j → %j', (path, tidy) => expect(tidyPath(path)).toBe(tidy));
});
