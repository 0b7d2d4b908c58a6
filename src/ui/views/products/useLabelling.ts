import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useAisleStore } from '../../store';
import { useUndoNotice } from '../../useUndoNotice';

const id = 'labelled';

/** Takes the message away where it would lie over the next thing to do; the way back stands in the panel too. */
export function hideLabelled(): void {
	notifications.hide(id);
}

/**
 * Does something to labels and says so, with a way back.
 * @returns whether anything was changed: not when storage refused, nor when all was as wanted already
 */
export function useLabelling(): (work: Promise<void>, message: string) => Promise<boolean> {
	const store = useAisleStore();
	const say = useUndoNotice();
	return useCallback(
		async (work, message) => {
			const { labelUndo: before, undoLabels } = store.getState();
			await work;
			const { labelUndo } = store.getState();
			if (labelUndo === before) return false;
			say({
				id,
				message,
				undo: () => void undoLabels(),
				isLast: (state) => state.labelUndo === labelUndo,
			});
			return true;
		},
		[store, say],
	);
}
