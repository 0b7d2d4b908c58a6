import { Button, Table } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { backendName, reasonWords, rounded } from '../deviceWords';
import { useAisle } from '../store';
import styles from './Settings.module.css';

/** Every photo network on every backend against its stored answer, for whoever wants to see it. */
export function DeviceChecks() {
	const { t, i18n } = useTranslation();
	const { checks, running, busy, checkDevice, cancel } = useAisle((state) => ({
		checks: state.deviceChecks,
		running: state.jobs.has('check'),
		busy: state.jobs.size > 0,
		checkDevice: state.checkDevice,
		cancel: state.cancel,
	}));
	return (
		<div className={styles.checks}>
			<p className={styles.lead}>{t('device.check.lead')}</p>
			{running ? (
				<Button variant="default" loading={false} onClick={() => cancel('check')}>
					{t('device.check.stop')}
				</Button>
			) : (
				<Button
					variant="default"
					disabled={busy}
					leftSection={<IconTestPipe size={17} aria-hidden />}
					onClick={() => void checkDevice()}
				>
					{t('device.check.start')}
				</Button>
			)}
			{(running || checks.length > 0) && (
				<Table.ScrollContainer minWidth={420} mt="md">
					<Table aria-label={t('device.check.label')} aria-busy={running}>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t('device.check.model')}</Table.Th>
								<Table.Th>{t('device.check.backend')}</Table.Th>
								<Table.Th>{t('device.check.agreement')}</Table.Th>
								<Table.Th>{t('device.check.speed')}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{checks.map(({ model, backend, cosine, milliseconds, reason }) => (
								<Table.Tr key={`${model} ${backend}`}>
									<Table.Td>{model}</Table.Td>
									<Table.Td>{backendName(t, backend)}</Table.Td>
									<Table.Td>
										{cosine === null
											? reasonWords(t, reason ?? '')
											: cosine.toLocaleString(i18n.language, {
													minimumFractionDigits: 5,
													maximumFractionDigits: 5,
												})}
									</Table.Td>
									<Table.Td>
										{milliseconds !== null && t('device.each', { count: rounded(milliseconds) })}
									</Table.Td>
								</Table.Tr>
							))}
							{running && (
								<Table.Tr>
									<Table.Td colSpan={4}>{t('device.check.running')}</Table.Td>
								</Table.Tr>
							)}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
		</div>
	);
}
