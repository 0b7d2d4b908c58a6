import type { Evidence } from '../../domain/suggestion';
import { subtreeSums } from '../../maths/zeroShot/categoryTree';
import { fusedProbabilities } from '../../maths/zeroShot/fusion';
import { meanBeliefs, photoProbabilities } from '../../maths/zeroShot/photoScore';
import { type Ranked, ranked } from '../../maths/zeroShot/ranking';
import { isUnderstood } from '../../maths/zeroShot/titleLanguage';
import { titleTexts } from '../../maths/zeroShot/titleText';
import type { CandidateSet } from './candidateSets';
import type { Knowledge } from './knowledge';
import { guessLanguage } from './language';

/** What is stored and known of some products. */
export interface Sources {
	set: CandidateSet;
	knowledge: Knowledge;
	/** `undefined` for a text that is not embedded yet. */
	vectorOf(text: string): Float32Array | undefined;
	/** Rows by photo id. */
	beliefs: ReadonlyMap<string, Float32Array>;
}

interface Suggested {
	ranked: (Ranked & { photo: number; title: number })[];
	evidence: Evidence;
	titleUnderstood: boolean;
}

/** Suggestions for a few products, each independent of the others. */
export async function suggestionsFor(
	products: { title: string; photoIds: string[] }[],
	{ set, knowledge, vectorOf, beliefs }: Sources,
	{ perProduct, sureAt }: { perProduct: number; sureAt: number | null },
): Promise<Suggested[]> {
	const ready = ({ title }: { title: string }): boolean =>
		title !== '' && titleTexts(title).every((text) => vectorOf(text) !== undefined);
	const titles = [...new Set(products.filter(ready).map(({ title }) => title))];
	const scores = set.titles.score(titles, (text) => vectorOf(text) as Float32Array);
	const { tree } = set.candidates;
	const found: Suggested[] = [];
	for (const { title, photoIds } of products) {
		const rows = photoIds.flatMap((id) => beliefs.get(id) ?? []);
		const photo =
			rows.length > 0 ? photoProbabilities(set.photoMatrix, tree, meanBeliefs(rows)) : null;
		const scored = scores.get(title) ?? null;
		const titleUnderstood =
			scored === null ||
			(await isUnderstood(title, largest(scored), knowledge.lexicon, guessLanguage));
		// What the encoder makes of a title it does not understand would only mislead the photo.
		const trusted = titleUnderstood || !photo ? scored : null;
		found.push({
			...rankedWithBoth({ title: trusted, photo }, set, perProduct, sureAt),
			titleUnderstood,
		});
	}
	return found;
}

function rankedWithBoth(
	{ title, photo }: { title: Float32Array | null; photo: Float32Array | null },
	{ candidates: { tree } }: CandidateSet,
	perProduct: number,
	sureAt: number | null,
): Pick<Suggested, 'ranked' | 'evidence'> {
	const evidence: Evidence = title && photo ? 'both' : title ? 'title' : photo ? 'photo' : 'none';
	if (evidence === 'none') return { ranked: [], evidence };
	const probabilities = fusedProbabilities({ title, photo }, tree.flat);
	const sums = subtreeSums(tree, probabilities);
	const list = ranked(tree, probabilities, sums, perProduct, sureAt);
	const alone = (given: boolean, of: 'title' | 'photo'): ((entry: Ranked) => number) => {
		if (!given) return () => Number.NaN;
		const own =
			evidence === 'both'
				? fusedProbabilities(
						{ title: of === 'title' ? title : null, photo: of === 'photo' ? photo : null },
						tree.flat,
					)
				: probabilities;
		const below = evidence === 'both' ? subtreeSums(tree, own) : sums;
		return ({ category, whole }) => (whole ? below : own)[category] as number;
	};
	const byTitle = alone(title !== null, 'title');
	const byPhoto = alone(photo !== null, 'photo');
	return {
		evidence,
		ranked: list.map((entry) => ({ ...entry, photo: byPhoto(entry), title: byTitle(entry) })),
	};
}

/** Room for the suggestions of `n` products, as they cross to the page (`PackedSuggestions`). */
export function packer(n: number, perProduct: number) {
	const result = {
		perProduct,
		categories: new Int32Array(n * perProduct).fill(-1),
		probabilities: new Float32Array(n * perProduct),
		photo: new Float32Array(n * perProduct).fill(Number.NaN),
		title: new Float32Array(n * perProduct).fill(Number.NaN),
		evidence: new Array<Evidence>(n).fill('none'),
		titleUnderstood: new Uint8Array(n).fill(1),
	};
	return {
		result,
		put(row: number, { ranked: list, evidence, titleUnderstood }: Suggested): void {
			result.evidence[row] = evidence;
			result.titleUnderstood[row] = titleUnderstood ? 1 : 0;
			for (const [rank, entry] of list.entries()) {
				const at = row * perProduct + rank;
				result.categories[at] = entry.category;
				result.probabilities[at] = entry.probability;
				result.photo[at] = entry.photo;
				result.title[at] = entry.title;
			}
		},
	};
}

function largest(values: Float32Array): number {
	let most = Number.NEGATIVE_INFINITY;
	for (const value of values) most = Math.max(most, value);
	return most;
}
