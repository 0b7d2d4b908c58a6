/** Interactions by person and by item, as rows of one after the other. */
export interface Together {
	byUser: Lists;
	byItem: Lists;
	/** `[items]` sum of squared weights of each item. */
	squares: Float64Array;
}

interface Lists {
	/** `[n + 1]` */
	starts: Int32Array;
	others: Int32Array;
	weights: Float32Array;
}

/**
 * @param users, items, weights `[m]`; what a person took several times counts as often
 * @param itemCount rows there are, taken or not
 */
export function togetherOf(
	users: ArrayLike<number>,
	items: ArrayLike<number>,
	weights: ArrayLike<number>,
	itemCount: number,
): Together {
	const sums = new Map<number, Map<number, number>>();
	for (let i = 0; i < users.length; i++) {
		const own = sums.get(users[i] as number) ?? new Map<number, number>();
		sums.set(users[i] as number, own);
		const item = items[i] as number;
		own.set(item, (own.get(item) ?? 0) + (weights[i] as number));
	}
	let userCount = 0;
	for (const user of sums.keys()) userCount = Math.max(userCount, user + 1);
	const pairs = [...sums].flatMap(([user, own]) =>
		[...own].map(([item, weight]) => ({ user, item, weight })),
	);
	const squares = new Float64Array(itemCount);
	for (const { item, weight } of pairs) squares[item] = (squares[item] as number) + weight ** 2;
	return {
		byUser: lists(
			pairs.map(({ user, item, weight }) => [user, item, weight]),
			userCount,
		),
		byItem: lists(
			pairs.map(({ user, item, weight }) => [item, user, weight]),
			itemCount,
		),
		squares,
	};
}

function lists(pairs: readonly (readonly [number, number, number])[], count: number): Lists {
	const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const starts = new Int32Array(count + 1);
	for (const [own] of sorted) starts[own + 1] = (starts[own + 1] as number) + 1;
	for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
	return {
		starts,
		others: Int32Array.from(sorted, ([, other]) => other),
		weights: Float32Array.from(sorted, ([, , weight]) => weight),
	};
}

export function itemsOf({ byUser }: Together, user: number): Int32Array {
	return byUser.others.subarray(byUser.starts[user], byUser.starts[user + 1]);
}

/**
 * How much each item is taken by those who took the basket: cosines of items over people, summed over the basket
 * (item-item collaborative filtering; Sarwar and others 2001). 0 for what nobody took together with it.
 * @param without a person who is to be forgotten; −1 for nobody
 * @returns `[items]`
 */
export function takenTogether(
	{ byUser, byItem, squares }: Together,
	basket: readonly number[],
	without = -1,
): Float32Array {
	const sums = new Float32Array(squares.length);
	const own = new Map<number, number>();
	if (without >= 0)
		for (let i = byUser.starts[without] ?? 0; i < (byUser.starts[without + 1] ?? 0); i++)
			own.set(byUser.others[i] as number, byUser.weights[i] as number);
	const length = (item: number): number =>
		Math.sqrt(Math.max(0, (squares[item] as number) - (own.get(item) ?? 0) ** 2));
	for (const item of basket) {
		const dots = new Map<number, number>();
		for (let i = byItem.starts[item] ?? 0; i < (byItem.starts[item + 1] ?? 0); i++) {
			const user = byItem.others[i] as number;
			if (user === without) continue;
			for (let j = byUser.starts[user] ?? 0; j < (byUser.starts[user + 1] ?? 0); j++) {
				const other = byUser.others[j] as number;
				const product = (byItem.weights[i] as number) * (byUser.weights[j] as number);
				dots.set(other, (dots.get(other) ?? 0) + product);
			}
		}
		for (const [other, dot] of dots) {
			const lengths = length(item) * length(other);
			if (other !== item && lengths > 0) sums[other] = (sums[other] as number) + dot / lengths;
		}
	}
	return sums;
}

/**
 * Content and "taken together" in one score, each brought to 0–1 first: what nobody has taken yet still has its content.
 * @param content `[items]`, NaN where nothing is known
 * @param share of "taken together", 0–1
 */
export function blended(
	content: Float32Array,
	together: Float32Array,
	share: number,
): Float32Array {
	let [least, most, best] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
	for (const value of content) {
		if (value < least) least = value;
		if (value > most) most = value;
	}
	for (const value of together) if (value > best) best = value;
	const range = most > least ? most - least : 1;
	return content.map((value, item) => {
		const taken = best > 0 ? (together[item] as number) / best : 0;
		if (Number.isNaN(value)) return taken > 0 ? share * taken : Number.NaN;
		return (1 - share) * ((value - least) / range) + share * taken;
	});
}

/** Place of an item among all that are not left out, 0 first; of equal ones the mean place. */
export function placeOf(scores: Float32Array, item: number, leftOut: ReadonlySet<number>): number {
	const own = scores[item] as number;
	if (Number.isNaN(own)) return Number.POSITIVE_INFINITY;
	let better = 0;
	let equal = 0;
	for (const [other, score] of scores.entries()) {
		if (other === item || leftOut.has(other)) continue;
		if (score > own) better++;
		else if (score === own) equal++;
	}
	return better + equal / 2;
}

const among = 10;

/** Hit rate@10 and nDCG@10 of places of what was hidden, one each. NaN of none. */
export function placeFigures(places: readonly number[]): { hitRate: number; ndcg: number } {
	const hits = places.filter((place) => place < among);
	const gains = hits.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0);
	return { hitRate: hits.length / places.length, ndcg: gains / places.length };
}
