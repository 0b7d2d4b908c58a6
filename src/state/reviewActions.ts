import { fieldOfTaxonomy, type LabelChange, labelFrom } from '../domain/field';
import type { Decision } from '../domain/suggestion';
import { withMoreLabels } from '../maths/fieldTaxonomy';
import { changedLabels } from '../maths/labelEdits';
import { writeDecisions } from '../storage/decisions';
import { putSetting } from '../storage/settings';
import type { ActionContext } from './context';
import { afterLabels } from './fieldTarget';
import { statusOf } from './selectors';
import type { AisleActions, DecisionChange, ReviewStep } from './types';

type ReviewActions = Pick<
	AisleActions,
	| 'setFilter'
	| 'setThreshold'
	| 'focus'
	| 'setShortcuts'
	| 'accept'
	| 'correct'
	| 'correctAs'
	| 'reopen'
	| 'acceptAboveThreshold'
	| 'undo'
>;

const undoDepth = 200;

/** Deciding: accept, correct, accept many, take back. Every step is written before it shows. */
export function reviewActions({ set, get, attempt }: ActionContext): ReviewActions {
	/** @returns what undoes the labels */
	async function write({ decisions: changes, labels }: ReviewStep): Promise<LabelChange[]> {
		const undo = await writeDecisions(changes, labels);
		set((state) => {
			const decisions = new Map(state.decisions);
			for (const { taxonomyId, productId, decision } of changes) {
				if (taxonomyId !== state.taxonomyId) continue;
				if (decision) decisions.set(productId, decision);
				else decisions.delete(productId);
			}
			return labels.length === 0
				? { decisions }
				: { decisions, ...afterLabels(state, changedLabels(state.labels, labels)) };
		});
		return undo;
	}

	async function step(changes: DecisionChange[]): Promise<void> {
		if (changes.length === 0) return;
		const { decisions } = get();
		const before = changes.map((change) => ({
			...change,
			decision: decisions.get(change.productId) ?? null,
		}));
		const labels = await write({ decisions: changes, labels: labelsOf(changes) });
		set(({ undoSteps }) => ({
			undoSteps: [...undoSteps, { decisions: before, labels }].slice(-undoDepth),
		}));
	}

	/**
	 * In a field, what a person decides of a single product is its label. What was accepted with all that was
	 * sure is none: a head must not learn from its own guesses.
	 */
	function labelsOf(changes: DecisionChange[]): LabelChange[] {
		const field = fieldOfTaxonomy(get().taxonomyId);
		if (field === null) return [];
		return changes
			.filter(({ decision }) => decision?.by !== 'threshold')
			.map(({ productId, decision }) => {
				if (!decision) return { field, productId, label: null };
				const { categoryId: label, at } = decision;
				return { field, productId, label: { field, productId, label, by: 'sort', at } };
			});
	}

	/** `null` when there is no such suggestion or the taxonomy is still loading. */
	function decide(
		productId: string,
		category: number | undefined,
		by: Decision['by'],
	): DecisionChange | null {
		const { taxonomy, taxonomyId, suggestions } = get();
		const chosen = category === undefined ? undefined : taxonomy?.categories[category];
		if (!chosen) return null;
		const suggested = suggestions
			.get(productId)
			?.suggestions.find((suggestion) => suggestion.category === category);
		return {
			taxonomyId,
			productId,
			decision: {
				taxonomyId,
				productId,
				categoryId: chosen.id,
				by,
				probability: suggested?.probability ?? null,
				at: Date.now(),
			},
		};
	}

	function stepWith(...changes: (DecisionChange | null)[]): Promise<void> {
		return attempt(() => step(changes.filter((change) => change !== null)));
	}

	const ranked = (productId: string, rank: number): number | undefined =>
		get().suggestions.get(productId)?.suggestions[rank]?.category;

	return {
		setFilter: (filter) => set(({ review }) => ({ review: { ...review, filter } })),
		setThreshold: (threshold) => set(({ review }) => ({ review: { ...review, threshold } })),
		setShortcuts: (shortcuts) =>
			attempt(async () => {
				await putSetting('shortcuts', shortcuts);
				set({ shortcuts });
			}),
		focus: (focusedId) => set(({ review }) => ({ review: { ...review, focusedId } })),
		accept: (productId, rank) => stepWith(decide(productId, ranked(productId, rank), 'accepted')),
		correct: (productId, category) => stepWith(decide(productId, category, 'corrected')),
		correctAs(productId, text) {
			const { taxonomy, taxonomyId } = get();
			const field = fieldOfTaxonomy(taxonomyId);
			const label = labelFrom(text);
			if (field === null || label === null || !taxonomy) return Promise.resolve();
			const more = withMoreLabels(taxonomy, field, [label]);
			set({ taxonomy: more });
			const category = more.categories.findIndex(({ id }) => id === label);
			return stepWith(decide(productId, category, 'corrected'));
		},
		reopen: (productId) => stepWith({ taxonomyId: get().taxonomyId, productId, decision: null }),
		acceptAboveThreshold() {
			const state = get();
			const sure = state.products.filter((product) => statusOf(state, product) === 'sure');
			return stepWith(...sure.map(({ id }) => decide(id, ranked(id, 0), 'threshold')));
		},
		undo: () =>
			attempt(async () => {
				const before = get().undoSteps.at(-1);
				if (!before) return;
				await write(before);
				set(({ undoSteps }) => ({ undoSteps: undoSteps.filter((step) => step !== before) }));
			}),
	};
}
