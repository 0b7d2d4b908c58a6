import type { Blends } from '../domain/interactions';
import { seededRandom, shuffled } from './seededRandom';
import { contentScores, type ProductIndex } from './similarProducts';
import { blended, itemsOf, placeFigures, placeOf, takenTogether } from './takenTogether';

export const blendShares = [0, 0.25, 0.5, 0.75, 1] as const;

/** People asked about: the interval of a hit rate is then some four points wide. */
const mostPeople = 500;

/**
 * Hides one product of each person, recommends from the others, and sees at which place the hidden one comes: by content
 * alone, by "taken together" alone, and by blends. The person's own interactions are forgotten meanwhile.
 * @returns one step a person; the last has the figures
 */
export function* measuredBlends(index: ProductIndex, seed: number): Generator<number, Blends> {
	const { together } = index;
	if (!together) return { people: 0, figures: [] };
	const random = seededRandom(seed);
	const users = [...together.byUser.starts.keys()].filter(
		(user) => itemsOf(together, user).length > 1,
	);
	const asked = shuffled(users, random).slice(0, mostPeople);
	const places = blendShares.map((): number[] => []);
	for (const [at, user] of asked.entries()) {
		const own = [...itemsOf(together, user)];
		const hidden = own[Math.floor(random() * own.length)] as number;
		const basket = own.filter((item) => item !== hidden);
		const content = contentScores(index, basket);
		const taken = takenTogether(together, basket, user);
		const leftOut = new Set(basket);
		for (const [i, share] of blendShares.entries())
			places[i]?.push(placeOf(blended(content, taken, share), hidden, leftOut));
		yield (at + 1) / asked.length;
	}
	return {
		people: asked.length,
		figures: blendShares.map((share, i) => ({ together: share, ...placeFigures(places[i] ?? []) })),
	};
}
