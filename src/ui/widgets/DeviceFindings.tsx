import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeviceReport } from '../../state/types';
import { backendName, deviceSummary, reasonWords, rounded } from '../deviceWords';
import styles from './DeviceFindings.module.css';

/** What runs, who chose it, and what else was looked at with what outcome. */
export function DeviceFindings({ report }: { report: DeviceReport }) {
	const { t } = useTranslation();
	const others = report.findings.filter(({ backend }) => backend !== report.backend);
	return (
		<ul className={styles.list}>
			<li className={styles.item}>
				<IconCheck size={16} className={styles.used} aria-hidden />
				<span>
					{deviceSummary(t, report)}
					{report.device && ` (${report.device})`}
					<span className={styles.why}>
						{report.by === 'chosen' ? t('device.chosen') : t('device.measured')}
					</span>
				</span>
			</li>
			{others.map(({ backend, milliseconds, reason }) => (
				<li key={backend} className={styles.item}>
					<IconMinus size={16} aria-hidden />
					<span>
						{backendName(t, backend)}
						<span className={styles.why}>
							{reason
								? t('named', { name: t('device.notUsed'), value: reasonWords(t, reason) })
								: milliseconds !== null && t('device.each', { count: rounded(milliseconds) })}
						</span>
					</span>
				</li>
			))}
		</ul>
	);
}
