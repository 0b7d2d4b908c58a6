import type { FieldName, LabelAssignment, LabelChange } from '../domain/field';
import { allLabels, writeLabels } from '../storage/labels';
import type { ActionContext } from './context';
import type { FieldLabels, LabelActions } from './types.labels';

const undoDepth = 50;

export interface Labels {
	actions: LabelActions;
	/** Reads what is stored. */
	open(): Promise<void>;
	/** Writes labels without a step to undo. @returns what undoes it */
	write(changes: LabelChange[]): Promise<LabelChange[]>;
}

/** Labels of products: every change is written before it shows. */
export function labelActions({ set, get, attempt }: ActionContext): Labels {
	async function write(changes: LabelChange[]): Promise<LabelChange[]> {
		const undo = await writeLabels(changes);
		set(({ labels }) => ({ labels: changed(labels, changes) }));
		return undo;
	}

	return {
		write,
		async open() {
			set({ labels: byField(await allLabels()), labelUndo: [] });
		},
		actions: {
			changeLabels: (what, changes) =>
				attempt(async () => {
					if (changes.length === 0) return;
					const undo = await write(changes);
					set(({ labelUndo }) => ({ labelUndo: [...labelUndo, { what, undo }].slice(-undoDepth) }));
				}),
			undoLabels: () =>
				attempt(async () => {
					const last = get().labelUndo.at(-1);
					if (!last) return;
					await write(last.undo);
					set(({ labelUndo }) => ({ labelUndo: labelUndo.filter((step) => step !== last) }));
				}),
		},
	};
}

function byField(assignments: LabelAssignment[]): Map<FieldName, FieldLabels> {
	const fields = new Map<FieldName, Map<string, LabelAssignment>>();
	for (const assignment of assignments) {
		const { field, productId } = assignment;
		const of = fields.get(field) ?? new Map<string, LabelAssignment>();
		fields.set(field, of.set(productId, assignment));
	}
	return fields;
}

/** A field without a label is none. */
function changed(
	labels: ReadonlyMap<FieldName, FieldLabels>,
	changes: LabelChange[],
): ReadonlyMap<FieldName, FieldLabels> {
	const fields = new Map(labels);
	for (const field of new Set(changes.map((change) => change.field))) {
		const of = new Map(fields.get(field));
		for (const { field: own, productId, label } of changes) {
			if (own !== field) continue;
			if (label) of.set(productId, label);
			else of.delete(productId);
		}
		if (of.size > 0) fields.set(field, of);
		else fields.delete(field);
	}
	return fields;
}
