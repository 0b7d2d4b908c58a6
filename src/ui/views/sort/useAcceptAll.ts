import { useCallback } from 'react';
import { useAisleStore } from '../../store';
import { useUndoNotice } from '../../useUndoNotice';

/** Accepts all that is sure, with a way back. */
export function useAcceptAll(): (message: string) => Promise<void> {
	const store = useAisleStore();
	const say = useUndoNotice();
	return useCallback(
		async (message) => {
			await store.getState().acceptAboveThreshold();
			const { undoSteps, decisions, undo } = store.getState();
			say({
				id: 'accepted-all',
				message,
				undo: () => void undo(),
				isLast: (state) => state.undoSteps === undoSteps && state.decisions === decisions,
			});
		},
		[store, say],
	);
}
