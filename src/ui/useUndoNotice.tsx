import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AisleState } from '../state/types';
import { useAnnounce } from './announcer';
import { useNotify } from './notify';
import { useAisleStore } from './store';
import styles from './useUndoNotice.module.css';

export interface UndoableStep {
	/** One notice of a kind at a time. */
	id: string;
	/** What was done. */
	message: string;
	undo(): void;
	/** Whether the step is still the last one: afterwards there is nothing to take back. */
	isLast(state: AisleState): boolean;
}

/** Says what was done, with a way back on the screen for as long as it is the last step. */
export function useUndoNotice(): (step: UndoableStep) => void {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	const announce = useAnnounce();
	return useCallback(
		({ id, message, undo, isLast }) => {
			announce(message);
			const forget = store.subscribe((state) => {
				if (isLast(state)) return;
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
						<Button size="compact-sm" variant="light" onClick={undo}>
							{t('announce.undo')}
						</Button>
					</span>
				),
			});
		},
		[store, announce, notify, t],
	);
}
