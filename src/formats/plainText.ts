import { Parser } from 'htmlparser2';

/*
 * Titles and descriptions come with HTML in them (Shopify's `Body (HTML)` is nothing else). Networks and
 * people want the words. Emoji and right-to-left text are words too and stay.
 */

/** Tags taken out. Anything else in angle brackets is text: "Size <M>", "3 < 5". */
const inlineTags =
	'a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u';
const blockTags =
	'address article aside blockquote br button caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe img li main meta nav ol option p picture pre section select source svg table tbody td tfoot th thead tr ul video';
const hiddenTags = 'head script style template title';

const inline = new Set(inlineTags.split(' '));
const block = new Set(blockTags.split(' '));
const hidden = new Set(hiddenTags.split(' '));

/** Cheap test that spares most texts the parser. */
const maybeHtml = /<[a-z!/?]|&#?[a-z0-9]+;/i;

// Zero-width spaces, byte order marks and control characters; not the joiners that emoji and Persian need.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u200b\ufeff]/g;

/** The text of a cell: tags out, entities decoded, white space collapsed. */
export function plainText(cell: string): string {
	const text = maybeHtml.test(cell) ? withoutTags(cell) : cell;
	return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

function withoutTags(html: string): string {
	const parts: string[] = [];
	let hiddenDepth = 0;
	const source = (): string => html.slice(parser.startIndex, parser.endIndex + 1);
	const parser = new Parser({
		ontext(text) {
			if (hiddenDepth === 0) parts.push(text);
		},
		onopentag(name) {
			if (hidden.has(name)) hiddenDepth++;
			else if (block.has(name)) parts.push(' ');
			else if (!inline.has(name) && hiddenDepth === 0) parts.push(source());
		},
		onclosetag(name, isImplied) {
			if (hidden.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1);
			else if (block.has(name)) parts.push(' ');
			else if (!inline.has(name) && !isImplied && hiddenDepth === 0) parts.push(source());
		},
	});
	parser.end(html);
	return parts.join('');
}
