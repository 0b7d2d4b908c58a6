import { unitRows } from './nearest';

/**
 * How often a row's nearest other row (by cosine) has its label, beside how often any other row would. A row of the
 * same group does not count as another: near-duplicates agree whatever a network knows. It is the error of the
 * nearest neighbour (Cover and Hart, 1967), which estimates beforehand how well a network transfers (Renggli and
 * others, 2022), with chance taken off as in Cohen's kappa.
 * @param rows `[n, d]`, without NaN
 * @param classes `[n]`
 * @param groups `[n]`; −1 for a row that is in none
 * @returns shares, 0–1; `null` where no row has another one to be compared with, or chance leaves nothing to be told
 */
export function nearestAgreement(
	rows: Float32Array,
	dimensions: number,
	classes: ArrayLike<number>,
	groups: ArrayLike<number>,
): { agreement: number; chance: number; nearness: number } | null {
	const unit = unitRows(rows, dimensions);
	const count = classes.length;
	const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
	const nearest = new Int32Array(count).fill(-1);
	let others = 0;
	let alike = 0;
	const offer = (row: number, other: number, cosine: number): void => {
		if (cosine <= (best[row] as number)) return;
		best[row] = cosine;
		nearest[row] = other;
	};
	for (let row = 0; row < count; row++)
		for (let other = row + 1; other < count; other++) {
			if (groups[row] !== -1 && groups[row] === groups[other]) continue;
			others++;
			if (classes[row] === classes[other]) alike++;
			let cosine = 0;
			for (let i = 0; i < dimensions; i++)
				cosine += (unit[row * dimensions + i] as number) * (unit[other * dimensions + i] as number);
			offer(row, other, cosine);
			offer(other, row, cosine);
		}
	const asked = nearest.reduce((sum, other) => sum + (other === -1 ? 0 : 1), 0);
	if (asked === 0 || alike === others) return null;
	const agreed = nearest.reduce(
		(sum, other, row) => sum + (other !== -1 && classes[other] === classes[row] ? 1 : 0),
		0,
	);
	const agreement = agreed / asked;
	const chance = alike / others;
	return { agreement, chance, nearness: (agreement - chance) / (1 - chance) };
}
