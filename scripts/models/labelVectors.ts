import { unit } from '../../src/maths/zeroShot/categoryKeys';
import type { LexiconData } from '../../src/maths/zeroShot/lexicon';
import type { LabelKnowledge } from '../../src/maths/zeroShot/photoMatrix';

/** What the label vectors are made from. */
export interface Labels {
	/** Lemmas of each class, the first one its name. */
	classes: string[][];
	/** Sense of each class in the lexicon. */
	senses: number[];
	lexicon: LexiconData;
	glosses: string[];
}

/** "lemma: gloss", which stands for a sense. */
export function senseText({ names }: LexiconData, glosses: string[], sense: number): string {
	return `${names[sense]}: ${glosses[sense]}`;
}

const glossText = ({ classes, senses, glosses }: Labels, label: number): string =>
	`${classes[label]?.[0]}: ${glosses[senses[label] as number]}`;

/** "jean, trousers": with the name of the sense right above. */
function kindText({ classes, senses, lexicon }: Labels, label: number): string {
	const [above = 0] = lexicon.hypernyms[senses[label] as number] ?? [];
	return `${classes[label]?.[0]}, ${lexicon.names[above]}`;
}

export function labelTexts(labels: Labels): string[] {
	return labels.classes.flatMap((lemmas, label) => [
		...lemmas,
		glossText(labels, label),
		kindText(labels, label),
	]);
}

/**
 * The direction of each class: its lemmas' mean, its gloss and its kind, summed; then freed from what all
 * classes have in common. And the same of the gloss alone.
 */
export function labelVectors(
	labels: Labels,
	embedding: (text: string) => Float32Array,
): Pick<LabelKnowledge, 'names' | 'glosses'> {
	const glosses = labels.classes.map((_, label) => embedding(glossText(labels, label)));
	const names = labels.classes.map((lemmas, label) => {
		const lemma = unit(mean(lemmas.map(embedding)));
		const kind = embedding(kindText(labels, label));
		const gloss = glosses[label] as Float32Array;
		return unit(lemma.map((value, k) => value + (gloss[k] as number) + (kind[k] as number)));
	});
	return { names: centred(names), glosses: centred(glosses) };
}

export function mean(vectors: Float32Array[]): Float32Array {
	const sum = new Float64Array(vectors[0]?.length ?? 0);
	for (const vector of vectors)
		for (const [k, value] of vector.entries()) sum[k] = (sum[k] as number) + value;
	return Float32Array.from(sum, (value) => value / vectors.length);
}

function centred(vectors: Float32Array[]): Float32Array {
	const middle = mean(vectors);
	const rows = vectors.map((vector) =>
		unit(vector.map((value, k) => value - (middle[k] as number))),
	);
	const packed = new Float32Array(rows.length * middle.length);
	for (const [i, row] of rows.entries()) packed.set(row, i * middle.length);
	return packed;
}
