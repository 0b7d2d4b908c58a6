/**
 * Line numbers as a person would write them: `[2, 3, 4, 9]` → `['2–4', '9']`.
 * @param lines in any order, doubles allowed
 */
export function lineRanges(lines: Iterable<number>): string[] {
	const sorted = [...new Set(lines)].sort((a, b) => a - b);
	const ranges: string[] = [];
	for (let from = 0; from < sorted.length; ) {
		let to = from;
		while (sorted[to + 1] === (sorted[to] ?? 0) + 1) to++;
		ranges.push(to === from ? `${sorted[from]}` : `${sorted[from]}–${sorted[to]}`);
		from = to + 1;
	}
	return ranges;
}
