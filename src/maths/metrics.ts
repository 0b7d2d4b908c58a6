import type { ClassFigures, Proportion } from '../domain/report';

/** 97.5 % point of the standard normal distribution: two-sided 95 %. */
const z95 = 1.959963984540054;

/**
 * Interval for a share (Wilson, 1927). Unlike ± 2 standard errors it is right for few products and near 0
 * and 1, and never leaves [0, 1].
 * @param of products; with none, nothing is known: value NaN, interval [0, 1]
 * @param z 1.96 for two-sided 95 %
 */
export function wilsonInterval(successes: number, of: number, z = z95): Proportion {
	if (of === 0) return { value: Number.NaN, low: 0, high: 1 };
	const share = successes / of;
	const square = (z * z) / of;
	const centre = (share + square / 2) / (1 + square);
	const reach = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
	return {
		value: share,
		// At the ends the exact bound is known; rounding must not say otherwise.
		low: successes === 0 ? 0 : Math.max(0, centre - reach),
		high: successes === of ? 1 : Math.min(1, centre + reach),
	};
}

/** Share of rows predicted right, with its 95 % interval. Both `[n]`, class indices. */
export function accuracy(truth: ArrayLike<number>, predicted: ArrayLike<number>): Proportion {
	let right = 0;
	for (let i = 0; i < truth.length; i++) if (truth[i] === predicted[i]) right++;
	return wilsonInterval(right, truth.length);
}

/** Share of rows whose class is among the first `k` of `ranked`, `[n, ranks]`. NaN without rows. */
export function topAccuracy(
	truth: ArrayLike<number>,
	ranked: ArrayLike<number>,
	ranks: number,
	k: number,
): number {
	let right = 0;
	for (let row = 0; row < truth.length; row++)
		for (let rank = 0; rank < Math.min(k, ranks); rank++)
			if (ranked[row * ranks + rank] === truth[row]) {
				right++;
				break;
			}
	return right / truth.length;
}

/** Counts, `[classes, classes]`: true class down, predicted class across. */
export function confusionMatrix(
	truth: ArrayLike<number>,
	predicted: ArrayLike<number>,
	classes: number,
): Uint32Array {
	const counts = new Uint32Array(classes * classes);
	for (let i = 0; i < truth.length; i++) {
		const cell = (truth[i] as number) * classes + (predicted[i] as number);
		counts[cell] = (counts[cell] as number) + 1;
	}
	return counts;
}

/**
 * Precision, recall and F1 of each class. What cannot be divided is 0, as scikit-learn does with
 * `zero_division=0`.
 * @param confusion as `confusionMatrix` makes it
 */
export function classFigures(confusion: Uint32Array, labels: readonly string[]): ClassFigures[] {
	const classes = labels.length;
	const cell = (row: number, column: number) => confusion[row * classes + column] as number;
	return labels.map((label, index) => {
		let support = 0;
		let given = 0;
		for (let other = 0; other < classes; other++) {
			support += cell(index, other);
			given += cell(other, index);
		}
		const right = cell(index, index);
		return {
			label,
			precision: given === 0 ? 0 : right / given,
			recall: support === 0 ? 0 : right / support,
			f1: support + given === 0 ? 0 : (2 * right) / (support + given),
			support,
		};
	});
}

/**
 * Mean F1 of the classes that occur, as true or as predicted class: a class that nobody has and nobody was
 * given says nothing about the head. NaN when there is none.
 */
export function macroF1(confusion: Uint32Array, labels: readonly string[]): number {
	const classes = labels.length;
	let sum = 0;
	let occurring = 0;
	for (const [index, { f1, support }] of classFigures(confusion, labels).entries()) {
		let given = 0;
		for (let row = 0; row < classes; row++) given += confusion[row * classes + index] as number;
		if (support + given === 0) continue;
		sum += f1;
		occurring++;
	}
	return sum / occurring;
}

/**
 * What always answering the class that is most common among the training rows reaches. Of equally common
 * ones the first. Class −1 and NaN without rows.
 */
export function majorityBaseline(
	train: ArrayLike<number>,
	test: ArrayLike<number>,
	classes: number,
): { index: number; accuracy: number } {
	const counts = new Uint32Array(classes);
	for (let i = 0; i < train.length; i++) {
		const of = train[i] as number;
		counts[of] = (counts[of] as number) + 1;
	}
	const index = train.length === 0 ? -1 : counts.indexOf(Math.max(...counts));
	let right = 0;
	for (let i = 0; i < test.length; i++) if (test[i] === index) right++;
	return { index, accuracy: right / test.length };
}

/**
 * The columns of the largest values of each row, best first; of equal ones the first.
 * @param values `[n, columns]`
 * @returns `[n, ranks]`, −1 where there are fewer columns than ranks
 */
export function topColumns(values: Float32Array, columns: number, ranks: number): Int32Array {
	const rows = values.length / columns;
	const top = new Int32Array(rows * ranks).fill(-1);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			const value = values[row * columns + column] as number;
			let rank = ranks;
			while (rank > 0) {
				const above = top[row * ranks + rank - 1] as number;
				if (above >= 0 && (values[row * columns + above] as number) >= value) break;
				rank--;
			}
			if (rank === ranks) continue;
			const from = row * ranks;
			top.copyWithin(from + rank + 1, from + rank, from + ranks - 1);
			top[from + rank] = column;
		}
	return top;
}
