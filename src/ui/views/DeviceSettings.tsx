import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceReport } from '../../state/types';
import { backendName } from '../deviceWords';
import { useAisle } from '../store';
import { DeviceFindings } from '../widgets/DeviceFindings';
import styles from './Settings.module.css';

/** Not a backend: the choice to leave the choice to Aisle. */
const automatic = 'automatic';

/** Which runtime embeds what, why, and the way to choose another. */
export function DeviceSettings() {
	const { t } = useTranslation();
	const { vision, text } = useAisle(({ vision, text }) => ({ vision, text }));
	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('settings.deviceTitle')}</h2>
			<p className={styles.lead}>{t('settings.deviceLead')}</p>
			<div className={styles.devices}>
				<Device model="vision" name={t('device.photos')} report={vision} />
				<Device model="text" name={t('device.titles')} report={text} />
			</div>
		</section>
	);
}

interface DeviceProps {
	model: 'vision' | 'text';
	name: string;
	report: DeviceReport | null;
}

function Device({ model, name, report }: DeviceProps) {
	const { t } = useTranslation();
	const chooseBackend = useAisle((state) => state.chooseBackend);
	const busy = useAisle(({ jobs }) => jobs.has('import'));
	const backends = new Set([
		...(report ? [report.backend] : []),
		...(report?.findings.map(({ backend }) => backend) ?? []),
	]);
	return (
		<article className={styles.device}>
			<h3 className={styles.deviceName}>{name}</h3>
			{report ? (
				<>
					<DeviceFindings report={report} />
					<Select
						mt="md"
						label={`${name}: ${t('device.use')}`}
						value={report.by === 'chosen' ? report.backend : automatic}
						allowDeselect={false}
						disabled={busy}
						data={[
							{ value: automatic, label: t('device.automatic') },
							...[...backends].map((backend) => ({
								value: backend,
								label: backendName(t, backend),
							})),
						]}
						onChange={(value) => void chooseBackend(model, value === automatic ? null : value)}
					/>
				</>
			) : (
				<p className={styles.lead}>{t('device.unknownBody')}</p>
			)}
		</article>
	);
}
