import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceReport } from '../../state/types';
import { backendName } from '../deviceWords';
import { useAisle } from '../store';
import { DeviceFindings } from '../widgets/DeviceFindings';
import { DeviceChecks } from './DeviceChecks';
import styles from './Settings.module.css';

/** Not a backend: the choice to leave the choice to Aisle. */
const automatic = 'automatic';
const backends = ['webgpu', 'wasm-threads', 'wasm', 'cpu'] as const;

/** Which runtime embeds what, why, and the way to choose another. */
export function DeviceSettings() {
	const { t } = useTranslation();
	const { vision, text } = useAisle(({ vision, text }) => ({ vision, text }));
	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('settings.deviceTitle')}</h2>
			<p className={styles.lead}>{t('settings.deviceLead')}</p>
			<div className={styles.devices}>
				<Device name={t('device.photos')} report={vision}>
					<PhotoBackend report={vision} />
				</Device>
				<Device name={t('device.titles')} report={text} />
			</div>
			<DeviceChecks />
		</section>
	);
}

interface DeviceProps {
	name: string;
	report: DeviceReport | null;
	children?: React.ReactNode;
}

function Device({ name, report, children }: DeviceProps) {
	const { t } = useTranslation();
	return (
		<article className={styles.device}>
			<h3 className={styles.deviceName}>{name}</h3>
			{report ? (
				<DeviceFindings report={report} />
			) : (
				<p className={styles.lead}>{t('device.unknownBody')}</p>
			)}
			{children}
		</article>
	);
}

/** Photos can run on several; titles on one only, so there is nothing to choose for them. */
function PhotoBackend({ report }: { report: DeviceReport | null }) {
	const { t } = useTranslation();
	const chooseBackend = useAisle((state) => state.chooseBackend);
	const { busy, trying } = useAisle(({ jobs }) => ({
		busy: jobs.size > 0,
		trying: jobs.has('check'),
	}));
	return (
		<Select
			mt="md"
			label={t('named', { name: t('device.photos'), value: t('device.use') })}
			value={report?.by === 'chosen' ? report.backend : automatic}
			description={trying ? t('device.trying') : undefined}
			allowDeselect={false}
			disabled={busy}
			data={[
				{ value: automatic, label: t('device.automatic') },
				...backends.map((backend) => ({ value: backend, label: backendName(t, backend) })),
			]}
			onChange={(value) => void chooseBackend(value === automatic ? null : value)}
		/>
	);
}
