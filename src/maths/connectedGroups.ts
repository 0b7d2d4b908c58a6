/**
 * Groups of items that are connected by pairs, directly or through others (union-find, Tarjan 1975).
 * @param count items, numbered from 0
 * @param pairs `[2·m]`: first and second of each pair
 * @returns `[count]`: the smallest member of each item's group; an item without a pair is its own
 */
export function connectedGroups(count: number, pairs: ArrayLike<number>): Int32Array {
	const parent = Int32Array.from({ length: count }, (_, i) => i);
	const root = (of: number): number => {
		let at = of;
		while (parent[at] !== at) {
			// Halves the path for the next who asks.
			parent[at] = parent[parent[at] as number] as number;
			at = parent[at] as number;
		}
		return at;
	};
	for (let i = 0; i < pairs.length; i += 2) {
		const first = root(pairs[i] as number);
		const second = root(pairs[i + 1] as number);
		// The smaller one stays, so that the order of the pairs does not matter.
		if (first !== second) parent[Math.max(first, second)] = Math.min(first, second);
	}
	return parent.map((_, i) => root(i));
}
