import { Kbd, Modal, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ShortcutsDialog.module.css';

const shortcuts = [
	{ keys: ['←', '→', '↑', '↓'], does: 'arrows' },
	{ keys: ['Home', 'End'], does: 'ends' },
	{ keys: ['Page Up', 'Page Down'], does: 'pages' },
	{ keys: ['1', '2', '3'], does: 'accept' },
	{ keys: ['/', 'c'], does: 'search' },
	{ keys: ['z'], does: 'undo' },
	{ keys: ['f'], does: 'filter' },
	{ keys: ['?'], does: 'help' },
] as const;

export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t('shortcuts.title')}
			centered
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			<dl className={styles.list}>
				{shortcuts.map(({ keys, does }) => (
					<Fragment key={does}>
						<dt className={styles.keys}>
							{keys.map((key) => (
								<Kbd key={key}>{key}</Kbd>
							))}
						</dt>
						<dd className={styles.does}>{t(`shortcuts.${does}`)}</dd>
					</Fragment>
				))}
			</dl>
			<Text size="sm" c="dimmed" mt="lg">
				{t('shortcuts.touch')}
			</Text>
		</Modal>
	);
}
