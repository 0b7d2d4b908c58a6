import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../announcer';
import { useNotify } from '../../notify';
import { useAisleStore } from '../../store';
import styles from './useLabelling.module.css';

const id = 'labelled';

/** Takes the message away where it would lie over the next thing to do; the way back stands in the panel too. */
export function hideLabelled(): void {
	notifications.hide(id);
}

/**
 * Does something to labels and says so, with a way back on the screen for as long as it is the last step.
 * @returns whether anything was changed: not when storage refused, nor when all was as wanted already
 */
export function useLabelling(): (work: Promise<void>, message: string) => Promise<boolean> {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	const announce = useAnnounce();
	return useCallback(
		async (work, message) => {
			const { labelUndo: before } = store.getState();
			await work;
			const { labelUndo } = store.getState();
			if (labelUndo === before) return false;
			announce(message);
			const forget = store.subscribe((state) => {
				if (state.labelUndo === labelUndo) return;
				forget();
				notifications.hide(id);
			});
			notifications.hide(id);
			notify({
				id,
				autoClose: 20_000,
				onClose: forget,
				message: (
					<span className={styles.message}>
						{message}
						<Button
							size="compact-sm"
							variant="light"
							onClick={() => void store.getState().undoLabels()}
						>
							{t('labels.undo.now')}
						</Button>
					</span>
				),
			});
			return true;
		},
		[store, announce, notify, t],
	);
}
