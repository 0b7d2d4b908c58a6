import { seededRandom } from '../../maths/seededRandom';
import type { LabelledRows } from './candidates';
import type { TrainingRows } from './kindResult';

/**
 * The rows, and behind them copies of some of the products that lack their photo or their title, which the head is not
 * judged by: so a product that lacks one is nothing new to it (modality dropout, drawn once: Neverova et al., 2016).
 * @param share of the products that have both, 0–1
 */
export function withPartialRows(
	data: LabelledRows,
	{ blocks, classes }: TrainingRows,
	share: number,
	seed: number,
): LabelledRows {
	const { dimensions, values } = data;
	let photos = 0;
	for (const block of blocks) if (block.source === 'photo') photos += block.dimensions;
	const random = seededRandom(seed);
	const partial: { row: number; from: number; to: number }[] = [];
	for (const row of classes.keys()) {
		const drawn = random();
		if (drawn < share / 2) partial.push({ row, from: 0, to: photos });
		else if (drawn < share) partial.push({ row, from: photos, to: dimensions });
	}
	const rows = [...data.classes.keys(), ...partial.map(({ row }) => row)];
	const all = new Float32Array(rows.length * dimensions);
	all.set(values);
	for (const [at, { row, from, to }] of partial.entries()) {
		const start = values.length + at * dimensions;
		all.set(values.subarray(row * dimensions, (row + 1) * dimensions), start);
		all.fill(0, start + from, start + to);
	}
	return {
		...data,
		values: all,
		classes: Int32Array.from(rows, (row) => data.classes[row] as number),
		weights: Float32Array.from(rows, (row) => data.weights[row] as number),
		folds: Int16Array.from(rows, (row) => data.folds[row] as number),
	};
}
