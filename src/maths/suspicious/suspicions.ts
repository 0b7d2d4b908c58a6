import type { FieldName } from '../../domain/field';
import type { Product } from '../../domain/product';
import type { Suspicion } from '../../domain/suspicion';
import { comparableColumns } from './columns';
import { type Neighbourhood, nearestInLabel, neighboursWanted } from './neighbourhood';
import { median, oddNumbers, oddValues } from './oddCells';
import { sharedPhotos } from './sharedPhotos';

/** Geometric mean of both shares from which photo and title disagree. On 1,200 fashion products it costs one in fifty. */
const disagreeFrom = 0.2;
/** Robust deviations below what is usual in a label from which a photo is unlike it. */
const unlikeFrom = 3;
/** Of fewer products of a label nothing is usual. */
const leastOfLabel = 8;
const normalMad = 1.4826;

export interface SuspicionInput {
	products: readonly Product[];
	/** The field whose labels were looked at, the labels by product id, and names of all fields. */
	field: FieldName | null;
	labels: ReadonlyMap<string, { label: string }>;
	fields: readonly FieldName[];
	neighbourhood: Neighbourhood;
	/** Groups of products with nearly the same photo, and with the same file. */
	near: ReadonlyMap<string, string>;
	same: ReadonlyMap<string, string>;
}

/** Everything suspicious, the highest score first. */
export function suspicions(input: SuspicionInput): Suspicion[] {
	const { products, neighbourhood, fields } = input;
	const idOf = (row: number): string => products[row]?.id ?? '';
	const idsOf = (rows: Int32Array, each: number, row: number): string[] =>
		[...rows.subarray(row * each, (row + 1) * each)].filter((other) => other >= 0).map(idOf);
	const found: Suspicion[] = [];
	for (const row of products.keys()) {
		const photoShare = neighbourhood.photoShare[row] as number;
		const titleShare = neighbourhood.titleShare[row] as number;
		const score = Math.sqrt(photoShare * titleShare);
		if (!(score >= disagreeFrom)) continue;
		found.push({
			kind: 'disagree',
			productId: idOf(row),
			score,
			photoShare,
			titleShare,
			near: idsOf(neighbourhood.calledAlike, neighboursWanted, row),
			lookAlike: idsOf(neighbourhood.lookAlike, neighboursWanted, row),
		});
	}
	// What is a field is looked at as labels are.
	const columns = comparableColumns(products).filter(({ name }) => !fields.includes(name));
	for (const column of columns)
		if (column.kind === 'number')
			for (const { row, near, ...odd } of oddNumbers(column, neighbourhood.near))
				found.push({ kind: 'odd-number', productId: idOf(row), near: near.map(idOf), ...odd });
		else
			for (const { row, near, ...odd } of oddValues(column, neighbourhood.near))
				found.push({ kind: 'odd-value', productId: idOf(row), near: near.map(idOf), ...odd });
	found.push(...unlike(input, idsOf), ...sharedPhotos(products, input.near, input.same));
	return found.sort((a, b) => b.score - a.score);
}

/** Photos that are less like the nearest of their label than is usual there. */
function unlike(
	{ products, field, labels, neighbourhood }: SuspicionInput,
	idsOf: (rows: Int32Array, each: number, row: number) => string[],
): Suspicion[] {
	if (field === null) return [];
	const rows = new Map<string, { row: number; similarity: number }[]>();
	for (const [row, { id }] of products.entries()) {
		const label = labels.get(id)?.label;
		const similarity = neighbourhood.inLabel[row] as number;
		if (label === undefined || Number.isNaN(similarity)) continue;
		const of = rows.get(label) ?? [];
		rows.set(label, of);
		of.push({ row, similarity });
	}
	const usual = new Map(
		[...rows].map(([label, of]) => {
			const middle = median(of.map(({ similarity }) => similarity));
			const away = of.map(({ similarity }) => Math.abs(similarity - middle));
			return [label, { middle, away, mad: median(away) }] as const;
		}),
	);
	const mad = median([...usual.values()].flatMap(({ away }) => away));
	return [...rows].flatMap(([label, of]) => {
		const own = usual.get(label);
		if (!own || of.length < leastOfLabel) return [];
		// A label whose photos are all but the same would doubt every other one.
		const least = own.middle - unlikeFrom * normalMad * Math.max(own.mad, mad);
		return of
			.filter(({ similarity }) => similarity < least)
			.map(({ row, similarity }): Suspicion => {
				const score = 1 - Math.max(0, similarity) / own.middle;
				const near = idsOf(neighbourhood.nearInLabel, nearestInLabel, row);
				const productId = products[row]?.id ?? '';
				return {
					...{ kind: 'unlike', productId, score, near },
					...{ field, label, similarity, usual: own.middle },
				};
			});
	});
}
