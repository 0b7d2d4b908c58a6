import { csvBlocks, csvDelimiter } from './csv';
import { decodeText } from './textEncoding';

/** A row of who took what. */
export interface InteractionRow {
	line: number;
	user: string;
	item: string;
	/** 1 where the table has no column for it; NaN for what is no number. */
	rating: number;
}

const headers = {
	user: /^(user|customer|person|visitor|buyer|account|client|session|order|kunde|用户|客户)/i,
	item: /^(item|product|sku|handle|article|asin|id$|title|artikel|商品|产品)/i,
	rating: /^(rating|score|stars|quantity|qty|count|weight|评分|数量)/i,
};

const roles = ['user', 'item', 'rating'] as const;

/** Rows of a table `user,item[,rating]`, block by block. Without known names on top, the columns are in that order. */
export function* interactionRows(bytes: Uint8Array): Generator<InteractionRow[]> {
	const text = decodeText(bytes);
	const known = (name: string): boolean => roles.some((role) => headers[role].test(name.trim()));
	const delimiter = csvDelimiter(text, known);
	let columns: Record<(typeof roles)[number], number> | null = null;
	for (const { rows } of csvBlocks(text, delimiter)) {
		const found: InteractionRow[] = [];
		for (const { line, cells } of rows) {
			if (!columns) {
				const at = (role: (typeof roles)[number]): number =>
					cells.findIndex((cell) => headers[role].test(cell.trim()));
				const headed = at('user') >= 0 && at('item') >= 0;
				columns = headed
					? { user: at('user'), item: at('item'), rating: at('rating') }
					: { user: 0, item: 1, rating: 2 };
				if (headed) continue;
			}
			const cell = (role: (typeof roles)[number]): string =>
				cells[columns?.[role] ?? -1]?.trim() ?? '';
			const rating = cell('rating') === '' ? 1 : Number(cell('rating').replace(',', '.'));
			found.push({ line, user: cell('user'), item: cell('item'), rating });
		}
		yield found;
	}
}
