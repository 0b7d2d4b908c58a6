import { distinctJoined, type ListingRow } from '../maths/listingRows';
import { headerKey } from './tableColumns';

/** What Shopify writes for a product without variants. */
const noOption = 'Default Title';

const optionHeader = /^option([123]) (name|value|linked to)$/;

/** The options of one product: three at most. */
interface Options {
	/** Its first row. */
	row: number;
	names: string[];
	values: string[][];
}

/**
 * Shopify says "Option1 name: Size" on a product's first row and "Option1 value: M" on every row, which as
 * columns would mean nothing. Turned into what they say: an attribute `Size` with all its values, `S | M | L`, on
 * the first row of each product. An option called like another column becomes `Size (option)`.
 */
export function nameOptions(rows: readonly ListingRow[]): ListingRow[] {
	const products = new Map<string, Options>();
	let handle = '';
	const named = rows.map((row, at): ListingRow => {
		handle = row.handle || handle;
		const options = products.get(handle) ?? { row: at, names: [], values: [[], [], []] };
		products.set(handle, options);
		const others = Object.entries(row.attributes).filter(([header, value]) => {
			const [isOption, number, kind] = optionHeader.exec(headerKey(header)) ?? [];
			const place = Number(number) - 1;
			if (kind === 'name') options.names[place] = value;
			if (kind === 'value' && value !== noOption) options.values[place]?.push(value);
			return isOption === undefined;
		});
		return { ...row, attributes: Object.fromEntries(others) };
	});
	for (const { row: at, names, values } of products.values()) {
		const row = named[at] as ListingRow;
		const said = values.flatMap((all, place): [string, string][] => {
			const name = names[place];
			if (name === undefined || all.length === 0) return [];
			const taken = Object.hasOwn(row.attributes, name);
			return [[taken ? `${name} (option)` : name, distinctJoined(all)]];
		});
		named[at] = { ...row, attributes: { ...row.attributes, ...Object.fromEntries(said) } };
	}
	return named;
}
