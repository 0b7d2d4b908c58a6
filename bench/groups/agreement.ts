/** How far groups that were made without labels agree with labels. */
export interface Agreement {
	/** Share of products in groups whose commonest label is theirs, 0–1. Grows with the number of groups. */
	purity: number;
	/** Adjusted Rand index (Hubert and Arabie, 1985): 1 for the same partition, 0 for what chance gives. */
	rand: number;
}

/** Both `[n]`: the group and the label of each product. */
export function agreement(groups: ArrayLike<number>, labels: ArrayLike<number>): Agreement {
	const n = groups.length;
	const cells = new Map<string, number>();
	const rows = new Map<number, number>();
	const columns = new Map<number, number>();
	const most = new Map<number, number>();
	for (let i = 0; i < n; i++) {
		const group = groups[i] as number;
		const label = labels[i] as number;
		const cell = add(cells, `${group} ${label}`);
		add(rows, group);
		add(columns, label);
		most.set(group, Math.max(most.get(group) ?? 0, cell));
	}
	const together = sum(cells, pairs);
	const expected = (sum(rows, pairs) * sum(columns, pairs)) / pairs(n);
	const highest = (sum(rows, pairs) + sum(columns, pairs)) / 2;
	return {
		purity: sum(most, (count) => count) / n,
		// Two partitions of nothing but single products, or of one whole, are the same.
		rand: highest === expected ? 1 : (together - expected) / (highest - expected),
	};
}

function add<Key>(counts: Map<Key, number>, key: Key): number {
	const count = (counts.get(key) ?? 0) + 1;
	counts.set(key, count);
	return count;
}

function sum(counts: ReadonlyMap<unknown, number>, of: (count: number) => number): number {
	return [...counts.values()].reduce((total, count) => total + of(count), 0);
}

function pairs(count: number): number {
	return (count * (count - 1)) / 2;
}
