/**
 * A stream of uniform numbers in [0, 1) that depends on nothing but its seed: the same on every machine.
 * Mulberry32 (T. Ettinger, 2017): 32 bits of state, period 2³², passes gjrand; not for secrets.
 * @param seed any number; its lower 32 bits count
 */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** The items in random order (Fisher and Yates); the input is left as it is. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		const kept = order[last] as T;
		order[last] = order[other] as T;
		order[other] = kept;
	}
	return order;
}

/** Two independent numbers of the standard normal distribution (Box and Muller, 1958). */
export function normalPair(random: () => number): [number, number] {
	// 1 − u is never 0, so that the logarithm is finite.
	const radius = Math.sqrt(-2 * Math.log(1 - random()));
	const angle = 2 * Math.PI * random();
	return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
