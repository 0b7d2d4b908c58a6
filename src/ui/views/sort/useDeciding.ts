import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { labelFrom } from '../../../domain/field';
import type { Product } from '../../../domain/product';
import { nextIndex } from '../../../maths/gridMovement';
import { decisionsShown } from '../../../state/fieldTarget';
import { statusOf } from '../../../state/selectors';
import type { AisleData } from '../../../state/types';
import { useAnnounce } from '../../announcer';
import { useAisleStore } from '../../store';

export interface Deciding {
	/** Takes the suggestion of that rank, 0 first, and moves on to the next undecided product. */
	accept(productId: string, rank: number): void;
	correct(productId: string, category: number): void;
	/** A label that the field does not have yet. */
	correctAs(productId: string, label: string): void;
	reopen(productId: string): void;
	undo(): void;
}

/** What a person does with products, and what is said about it. The same object for as long as it lives. */
export function useDeciding(visible: { readonly current: Product[] }): Deciding {
	const { t } = useTranslation();
	const store = useAisleStore();
	const announce = useAnnounce();

	return useMemo(() => {
		/** One sentence for both: a second one would be read instead of the first. */
		function decided(productId: string, category: number | undefined, wasLast: boolean): void {
			const { products, taxonomy } = store.getState();
			const product = products.find(({ id }) => id === productId);
			const leaf = category === undefined ? undefined : taxonomy?.categories[category]?.name;
			if (!product || !leaf) return;
			const sentence = t('announce.decided', { product: titleOf(product), leaf });
			announce(wasLast ? `${sentence} ${t('announce.allDecided')}` : sentence);
		}

		/**
		 * Before the decision is written, so that the next key already means the next product.
		 * @returns whether there is no next one
		 */
		function moveOn(productId: string): boolean {
			const state = store.getState();
			const list = visible.current;
			const index = list.findIndex(({ id }) => id === productId);
			const next = nextIndex(index, list.length, (i) => {
				const product = list[i];
				const status = product && statusOf(state, product);
				return status === 'sure' || status === 'unsure';
			});
			if (next !== null) state.focus(list[next]?.id ?? null);
			return next === null;
		}

		return {
			accept(productId, rank) {
				const { suggestions, accept } = store.getState();
				const category = suggestions.get(productId)?.suggestions[rank]?.category;
				if (category === undefined) return;
				const wasLast = moveOn(productId);
				void accept(productId, rank).then(() => decided(productId, category, wasLast));
			},
			correct(productId, category) {
				const wasLast = moveOn(productId);
				void store
					.getState()
					.correct(productId, category)
					.then(() => decided(productId, category, wasLast));
			},
			correctAs(productId, label) {
				const wasLast = moveOn(productId);
				const { correctAs } = store.getState();
				void correctAs(productId, label).then(() => {
					const { taxonomy } = store.getState();
					const at = taxonomy?.categories.findIndex(({ id }) => id === labelFrom(label));
					decided(productId, at, wasLast);
				});
			},
			reopen(productId) {
				const { products, reopen } = store.getState();
				const product = products.find(({ id }) => id === productId);
				void reopen(productId).then(() => {
					if (product) announce(t('announce.reopened', { product: titleOf(product) }));
				});
			},
			undo() {
				const before = store.getState();
				if (before.undoSteps.length === 0) {
					announce(t('announce.nothingToUndo'));
					return;
				}
				void before.undo().then(() => {
					announce(t('announce.undone'));
					const back = onlyDifference(decisionsShown(before), decisionsShown(store.getState()));
					if (back && visible.current.some(({ id }) => id === back)) before.focus(back);
				});
			},
		};
	}, [store, announce, t, visible]);
}

export function titleOf({ title, name }: Product): string {
	return title || name;
}

/** The product of a step that concerned only one. */
function onlyDifference(
	before: AisleData['decisions'],
	after: AisleData['decisions'],
): string | null {
	const changed = new Set<string>();
	for (const id of [...before.keys(), ...after.keys()]) {
		if (before.get(id) !== after.get(id)) changed.add(id);
		if (changed.size > 1) return null;
	}
	return [...changed][0] ?? null;
}
