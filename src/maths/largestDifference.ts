/** Largest absolute difference of two tables of the same shape; NaN where one has another length or holds a NaN. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
	if (a.length !== b.length) return Number.NaN;
	let largest = 0;
	for (let i = 0; i < a.length; i++) {
		const difference = Math.abs((a[i] as number) - (b[i] as number));
		if (Number.isNaN(difference)) return Number.NaN;
		largest = Math.max(largest, difference);
	}
	return largest;
}
