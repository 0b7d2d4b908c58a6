import type { InputBlock } from '../domain/head';
import { nearestAgreement } from '../maths/nearness';
import { breathe } from './heads/batches';
import { knownRows, pickRows, type RowSource, storedRows } from './heads/storedRows';

interface NearnessInput {
	labelled: { products: RowSource[]; classes: Int32Array };
	groups: Int32Array;
	inputs: InputBlock[];
}

/** How well stored embeddings tell labels apart as they are. See `HeadsContract`. */
export function nearnessService() {
	async function nearness(
		{ labelled, groups, inputs }: NearnessInput,
		{ signal }: { signal: AbortSignal },
	) {
		const { products, classes } = labelled;
		const measured = [];
		for (const block of inputs) {
			await breathe(signal);
			const { dimensions } = block;
			const all = await storedRows(products, [block]);
			const known = knownRows(all, dimensions);
			const pick = (values: Int32Array) => known.map((row) => values[row] as number);
			const told = nearestAgreement(
				pickRows(all, dimensions, known),
				dimensions,
				pick(classes),
				pick(groups),
			);
			measured.push(told && { ...told, products: known.length });
		}
		return { measured };
	}

	return { nearness };
}
