import { type LabelAssignment, labelFrom } from '../../src/domain/field';
import type { Product } from '../../src/domain/product';
import type { EvaluateOptions } from './options';

/** The product with the title of the column asked for. */
export function titled(
	product: Product,
	{ titleColumn }: Pick<EvaluateOptions, 'titleColumn'>,
): Product {
	// The import has taken the column `title` for itself; the others are still attributes.
	return titleColumn === 'title'
		? product
		: { ...product, title: product.attributes[titleColumn] ?? '' };
}

/** By the column of that name, or else by the folder that the photo lies in. */
export function assignmentOf(product: Product, field: string): LabelAssignment | null {
	const cell = product.attributes[field];
	const [photo] = product.photos;
	const folder = photo?.path.split('/').at(-2) ?? '';
	const label = labelFrom(cell ?? (isTableless(product) ? folder : ''));
	if (label === null) return null;
	const by = cell === undefined ? 'folder' : 'column';
	return { field, productId: product.id, label, by, at: 0 };
}

/** No row of a table stands behind it. */
function isTableless({ attributes, title }: Product): boolean {
	return Object.keys(attributes).length === 0 && title === '';
}

type Asked = Pick<
	EvaluateOptions,
	'field' | 'titleColumn' | 'splitColumn' | 'splitAsked' | 'backbones' | 'modality'
>;

/**
 * Says what the data lack of what the command line asks for; `null` when all is there.
 * @param networks ids of the photo networks there are
 * @param loaded whether a finished head is used, which can predict without labels
 */
export function refusal(
	products: readonly Product[],
	{ field, titleColumn, splitColumn, splitAsked, backbones, modality }: Asked,
	networks: readonly string[],
	loaded: boolean,
): string | null {
	if (products.length === 0) return '--data holds no photo and no table of products';
	const unknown = backbones.find((id) => !networks.includes(id));
	if (modality !== 'title' && (unknown !== undefined || backbones.length === 0))
		return `--backbone takes ${networks.join(', ')}, not "${unknown ?? ''}"`;
	const columns = new Set(products.flatMap(({ attributes }) => Object.keys(attributes)));
	const thereAre = `there are: ${[...columns].sort().join(', ')}`;
	if (titleColumn !== 'title' && !columns.has(titleColumn))
		return `--title-column: there is no column "${titleColumn}"; ${thereAre}`;
	if (splitAsked && splitColumn !== null && !columns.has(splitColumn))
		return `--split-column: there is no column "${splitColumn}"; ${thereAre}`;
	if (loaded || products.some((product) => assignmentOf(product, field) !== null)) return null;
	return columns.size > 0
		? `--field: no product has anything in a column "${field}"; ${thereAre}`
		: '--data has no table, and no photo in it lies in a folder named for its class';
}
