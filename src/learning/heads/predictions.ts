import type { HeadModel, InputBlock } from '../../domain/head';
import type { Evidence } from '../../domain/suggestion';
import { modelProbabilities } from '../../maths/headScores';
import { labelTree } from '../../maths/labelTree';
import { rankedLabels } from '../../maths/rankedLabels';

/** What each product's row has of what the head looks at. */
export function evidenceOf(rows: Float32Array, inputs: readonly InputBlock[]): Evidence[] {
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	return Array.from({ length: rows.length / width }, (_, row) => {
		const there = new Set<InputBlock['source']>();
		let column = row * width;
		for (const { source, dimensions } of inputs) {
			// A row is stored whole or not at all.
			if (!Number.isNaN(rows[column] as number)) there.add(source);
			column += dimensions;
		}
		return there.size === 2 ? 'both' : ([...there][0] ?? 'none');
	});
}

/** Scores `[m, labels]` of the products that have embeddings, which those are, and what they have. */
export interface ScoredProducts {
	known: number[];
	scores: Float32Array;
	evidence: Evidence[];
	/** `[m]`, or `null` for heads that do not weigh photo against title. */
	photoShares: Float32Array | null;
}

/** Ranked answers for products, as they cross to the page (`PackedPredictions`). */
export function packedPredictions(
	model: HeadModel,
	answers: ScoredProducts & { count: number },
	{ ranks, sureAt }: { ranks: number; sureAt: number | null },
) {
	const { count, known, scores, evidence, photoShares } = answers;
	const tree = labelTree(model.labels);
	const classes = model.labels.length;
	const probabilities = modelProbabilities(model, scores);
	const packed = {
		ranks,
		nodes: tree.nodes,
		ranked: new Int32Array(count * ranks).fill(-1),
		probabilities: new Float32Array(count * ranks),
		evidence: new Array<Evidence>(count).fill('none'),
		photoShares: photoShares && new Float32Array(count).fill(Number.NaN),
	};
	for (const [at, row] of known.entries()) {
		const own = probabilities.subarray(at * classes, (at + 1) * classes);
		packed.evidence[row] = evidence[at] ?? 'none';
		if (packed.photoShares) packed.photoShares[row] = photoShares?.[at] ?? Number.NaN;
		for (const [rank, entry] of rankedLabels(tree, own, ranks, sureAt).entries()) {
			packed.ranked[row * ranks + rank] = entry.category;
			packed.probabilities[row * ranks + rank] = entry.probability;
		}
	}
	return packed;
}
