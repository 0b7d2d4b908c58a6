import { Table } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PartStatus } from '../../../domain/offline';
import { partState } from '../../offlineWords';
import { bytes } from '../../quantities';
import styles from './OfflineSettings.module.css';

const icons = {
	kept: IconCheck,
	partly: IconMinus,
	missing: IconMinus,
	damaged: IconAlertTriangle,
};

/** Part by part: how large, and whether it is there. */
export function OfflineParts({ parts }: { parts: readonly PartStatus[] }) {
	const { t, i18n } = useTranslation();
	return (
		<Table aria-label={t('offline.parts')} className={styles.parts}>
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{t('offline.part')}</Table.Th>
					<Table.Th>{t('offline.size')}</Table.Th>
					<Table.Th>{t('offline.state')}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{parts.map((part) => {
					const state = partState(part);
					const Icon = icons[state];
					return (
						<Table.Tr key={part.id}>
							<Table.Td>{t(`offline.names.${part.kind}`, { name: part.name ?? '' })}</Table.Td>
							<Table.Td className={styles.size}>{bytes(i18n.language, part.bytes)}</Table.Td>
							<Table.Td>
								<span className={styles.state} data-state={state}>
									<Icon size={16} aria-hidden />
									{t(`offline.states.${state}`, {
										missing: bytes(i18n.language, part.bytes - part.keptBytes),
									})}
								</span>
							</Table.Td>
						</Table.Tr>
					);
				})}
			</Table.Tbody>
		</Table>
	);
}
