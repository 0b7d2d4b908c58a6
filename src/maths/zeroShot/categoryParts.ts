/**
 * The things that a category's name joins: "Shirts & Tops" is shirts and tops, and a title needs to name
 * only one of them. Words that belong to several are given to each:
 * "Coat & Hat Racks" → "coat racks", "hat racks"; "Bread Boxes & Bags" → "bread boxes", "bread bags".
 * @returns lower case, each once, at least one
 */
export function categoryParts(name: string): string[] {
	const pieces = name
		.replace(/\([^)]*\)/g, '')
		.split(/\s*,\s*|\s+&\s+|\s+and\s+|\s*\/\s*|\s*&\s*/)
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
	if (pieces.length === 0) return [name.toLowerCase()];
	if (pieces.length === 1) return pieces.map((piece) => piece.toLowerCase());
	const phrases = pieces.map((piece) => piece.split(/\s+/));
	const first = phrases[0] ?? [];
	const last = phrases.at(-1) ?? [];
	const whole = phrases.map((phrase, i) => {
		const [only = ''] = phrase;
		const single = phrase.length === 1;
		// A modifier in front of a longer last piece takes that piece's head.
		if (i < phrases.length - 1 && single && last.length >= 2 && !isPlural(only))
			return [only, last.at(-1) ?? ''];
		// A lone head behind a longer first piece takes that piece's modifiers.
		if (i > 0 && single && first.length >= 2 && isPlural(first.at(-1) ?? ''))
			return [...first.slice(0, -1), only];
		return phrase;
	});
	return [...new Set(whole.map((phrase) => phrase.join(' ').toLowerCase()))];
}

function isPlural(word: string): boolean {
	return word.endsWith('s') && !/(ss|us|is)$/.test(word);
}
