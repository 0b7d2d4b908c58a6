/** What a column of the spreadsheet can be held against its products' neighbours by. */
export type Column =
	| { kind: 'number'; name: string; values: (number | null)[] }
	| { kind: 'value'; name: string; values: (string | null)[] };

/** Of fewer cells nothing is usual. */
const leastCells = 20;
/** Share of the cells that must be numbers: the rest may be what is to be found. */
const mostlyNumbers = 0.9;
const leastNumbers = 8;
const mostValues = 50;
/** Products per value, on average: names and codes have one each. */
const leastPerValue = 5;

/** Columns that mean the same for all products: numbers, and values that many share. Texts and codes are neither. */
export function comparableColumns(
	products: readonly { attributes: Readonly<Record<string, string>> }[],
): Column[] {
	const names = new Set(products.flatMap(({ attributes }) => Object.keys(attributes)));
	return [...names].flatMap((name): Column[] => {
		const cells = products.map(({ attributes }) => attributes[name]?.trim() ?? '');
		const filled = cells.filter((cell) => cell !== '');
		if (filled.length < leastCells) return [];
		const different = new Set(filled.map((cell) => cell.toLowerCase())).size;
		const numbers = cells.map(numberIn);
		const known = numbers.filter((number) => number !== null);
		if (known.length >= mostlyNumbers * filled.length && different >= leastNumbers)
			return [{ kind: 'number', name, values: numbers }];
		if (different < 2 || different > mostValues || filled.length < leastPerValue * different)
			return [];
		return [{ kind: 'value', name, values: cells.map((cell) => (cell === '' ? null : cell)) }];
	});
}

/** A number as shops write it, with a currency or a unit beside it: `€ 1.299,00`, `18.99 USD`; `null` for anything else. */
export function numberIn(cell: string): number | null {
	const match =
		/^\s*(?:\p{Sc}\s*|\p{L}{2,3}\.?\s+)?([+-]?\d[\d.,\s'’]*)(?:\p{Sc}|\p{L}{1,3}\.?|%)?\s*$/u.exec(
			cell,
		);
	const written = match?.[1]?.replace(/[\s'’]/gu, '').replace(/[.,]$/, '');
	if (!written) return null;
	const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
	const marks = written.replace(/[^.,]/g, '');
	// One mark before exactly three digits, or the same one several times, parts thousands; else the last is the point.
	const thousands =
		marks.length > 0 &&
		new Set(marks).size === 1 &&
		(marks.length > 1 || (marks === ',' && written.length - last === 4));
	const whole = thousands || last < 0 ? written : written.slice(0, last);
	const rest = thousands || last < 0 ? '' : written.slice(last + 1);
	const number = Number(`${whole.replace(/[.,]/g, '')}.${rest || '0'}`);
	return Number.isFinite(number) ? number : null;
}

/** How shops head the column that says whose a product is. */
const owners =
	/^(brand|vendor|seller|shop|store|merchant|supplier|manufacturer|maker)(\s*name)?$|^(marke|hersteller|品牌|卖家|店铺|厂商|供应商|制造商)$/i;

export function ownerColumns(
	products: readonly { attributes: Readonly<Record<string, string>> }[],
): string[] {
	const names = new Set(products.flatMap(({ attributes }) => Object.keys(attributes)));
	return [...names].filter((name) => owners.test(name.trim().replace(/_/g, ' ')));
}
