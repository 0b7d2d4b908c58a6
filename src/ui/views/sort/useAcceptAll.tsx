import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../announcer';
import { useNotify } from '../../notify';
import { useAisleStore } from '../../store';
import styles from './useAcceptAll.module.css';

const id = 'accepted-all';

/** Accepts all that is sure, with a way back on the screen for as long as it is the last step. */
export function useAcceptAll(): (message: string) => Promise<void> {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	const announce = useAnnounce();
	return useCallback(
		async (message) => {
			await store.getState().acceptAboveThreshold();
			announce(message);
			const { undoSteps, decisions } = store.getState();
			const forget = store.subscribe((state) => {
				if (state.undoSteps === undoSteps && state.decisions === decisions) return;
				forget();
				notifications.hide(id);
			});
			notify({
				id,
				autoClose: 20_000,
				onClose: forget,
				message: (
					<span className={styles.message}>
						{message}
						<Button size="compact-sm" variant="light" onClick={() => void store.getState().undo()}>
							{t('announce.undo')}
						</Button>
					</span>
				),
			});
		},
		[store, announce, notify, t],
	);
}
