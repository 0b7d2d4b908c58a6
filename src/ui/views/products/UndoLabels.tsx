import { Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../announcer';
import { useAisle, useAisleStore } from '../../store';
import styles from './UndoLabels.module.css';

/** Takes the last step back and says so. */
export function useUndoLabels(): () => void {
	const { t } = useTranslation();
	const store = useAisleStore();
	const announce = useAnnounce();
	return useCallback(() => {
		const { labelUndo, undoLabels } = store.getState();
		if (labelUndo.length === 0) announce(t('announce.nothingToUndo'));
		else void undoLabels().then(() => announce(t('labels.done.undone')));
	}, [store, announce, t]);
}

/** Says what it would take back; not there when there is nothing. */
export function UndoLabels() {
	const { t } = useTranslation();
	const last = useAisle(({ labelUndo }) => labelUndo.at(-1) ?? null);
	const undo = useUndoLabels();
	if (!last) return null;
	return (
		<Tooltip label={t('labels.undo.hint')}>
			<Button
				size="compact-md"
				variant="subtle"
				className={styles.undo}
				leftSection={<IconArrowBackUp size={17} aria-hidden />}
				onClick={undo}
			>
				{t(`labels.undo.${last.what}`, { name: last.name })}
			</Button>
		</Tooltip>
	);
}

/** True for Ctrl+Z and ⌘Z outside of what is being typed, where it means the text. */
export function isUndoKey(event: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
	altKey: boolean;
	target: EventTarget | null;
}): boolean {
	if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
	if (event.key.toLowerCase() !== 'z') return false;
	const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
	return !(event.target instanceof Element && event.target.closest(typing));
}
