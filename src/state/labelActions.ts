import {
	type FieldName,
	fieldTaxonomyId,
	type LabelChange,
	type LabelSource,
} from '../domain/field';
import { loadedCategoryPaths } from '../jobs/taxonomies';
import { hasCategoryIds } from '../maths/categoryIds';
import { fieldPreview } from '../maths/fieldPreview';
import {
	changedLabels,
	deletedField,
	deletedLabel,
	givenLabels,
	handLabelled,
	isMerge,
	labelsByField,
	renamedField,
	renamedLabel,
} from '../maths/labelEdits';
import { moveField } from '../storage/fieldName';
import { allLabels, writeLabels } from '../storage/labels';
import type { ActionContext } from './context';
import { afterLabels } from './fieldTarget';
import { decidedPaths } from './selectors';
import type { FieldLabels, LabelActions, LabelEdit, LabelStep } from './types.labels';

const undoDepth = 50;

const sourceNames = {
	column: 'column',
	folder: 'folder',
	decisions: 'sort',
} as const satisfies Record<string, LabelSource>;

export interface Labels {
	actions: LabelActions;
	/** Reads what is stored. */
	open(): Promise<void>;
	/** Shows labels that an import has written, as one step that can be undone. */
	took(undo: LabelChange[]): Promise<void>;
	/** Writes labels without a step to undo. @returns what undoes them */
	write(changes: LabelChange[]): Promise<LabelChange[]>;
}

/**
 * Labels of products: every change is written before it shows.
 * @param fieldMoved what else is known by a field's name is read anew
 */
export function labelActions(
	{ services, set, get, manifest, attempt }: ActionContext,
	fieldMoved: (from: FieldName, to: FieldName) => Promise<void>,
): Labels {
	async function write(changes: LabelChange[]): Promise<LabelChange[]> {
		const undo = await writeLabels(changes);
		show(changes);
		return undo;
	}

	function show(changes: LabelChange[]): void {
		set((state) => ({
			...afterLabels(state, changedLabels(state.labels, changes)),
			// A step back in Sort would undo this, too.
			...(changes.some(({ field }) => fieldTaxonomyId(field) === state.taxonomyId)
				? { undoSteps: [] }
				: {}),
		}));
	}

	async function move(from: FieldName, to: FieldName): Promise<void> {
		const changes = renamedField(from, of(from), to);
		await moveField(from, to, changes);
		show(changes);
		await fieldMoved(from, to);
	}

	function step(what: LabelEdit, changes: LabelChange[], name?: string): Promise<void> {
		return attempt(async () => {
			const [first] = changes;
			if (!first) return;
			const undo = await write(changes);
			push({ what, name: name ?? first.field, undo });
		});
	}

	function push(done: LabelStep): void {
		set(({ labelUndo }) => ({ labelUndo: [...labelUndo, done].slice(-undoDepth) }));
	}

	function loadCategoryPaths(): Promise<void> {
		return attempt(async () => {
			if (get().categoryPaths || !hasCategoryIds(get().products)) return;
			set({ categoryPaths: await loadedCategoryPaths(services.base, await manifest()) });
		});
	}

	const of = (field: FieldName): FieldLabels => get().labels.get(field) ?? new Map();

	return {
		write,
		async open() {
			set({ labels: labelsByField(await allLabels()), labelUndo: [] });
		},
		async took(undo) {
			const [first] = undo;
			if (!first) return;
			const labels = labelsByField(await allLabels());
			set((state) => afterLabels(state, labels));
			push({ what: 'import', name: [...new Set(undo.map(({ field }) => field))].join(', '), undo });
		},
		actions: {
			changeLabels: step,
			undoLabels: () =>
				attempt(async () => {
					const last = get().labelUndo.at(-1);
					if (!last) return;
					if (last.what === 'rename-field') await move(last.to, last.name);
					else await write(last.undo);
					set(({ labelUndo }) => ({ labelUndo: labelUndo.filter((step) => step !== last) }));
				}),
			loadCategoryPaths,
			async addField(field, source, onto) {
				await loadCategoryPaths();
				const { products, categoryPaths } = get();
				const { labels } = fieldPreview(products, source, decidedPaths(get()), categoryPaths);
				const by = sourceNames[source.kind];
				await step('import', givenLabels(field, of(field), labels, onto, by, Date.now()));
			},
			labelProducts: (field, productIds, label) =>
				step(
					label === null ? 'unlabel' : 'label',
					handLabelled(field, of(field), productIds, label, Date.now()),
					label ?? field,
				),
			renameLabel(field, from, to) {
				const what = isMerge(of(field), from, to) ? 'merge' : 'rename';
				return step(what, renamedLabel(field, of(field), from, to), from);
			},
			deleteLabel: (field, label) => step('delete', deletedLabel(field, of(field), label), label),
			renameField: (from, to) =>
				attempt(async () => {
					if (from === to) return;
					await move(from, to);
					push({ what: 'rename-field', name: from, to });
				}),
			deleteField: (field) => step('delete-field', deletedField(field, of(field)), field),
		},
	};
}
