import { Anchor } from '@mantine/core';
import { IconCpu } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { backendName, deviceSummary } from '../deviceWords';
import { hrefOf } from '../routes';
import { useAisle } from '../store';
import { DeviceFindings } from '../widgets/DeviceFindings';
import { HeaderMark } from '../widgets/HeaderMark';

/** Which runtime embeds photos and titles, and why that one. */
export function DeviceBadge() {
	const { t } = useTranslation();
	const { vision, text } = useAisle(({ vision, text }) => ({ vision, text }));
	const reports = [
		{ what: t('device.photos'), report: vision },
		{ what: t('device.titles'), report: text },
	].filter(({ report }) => report !== null);
	const first = reports[0];
	return (
		<HeaderMark
			icon={<IconCpu size={17} stroke={1.7} aria-hidden />}
			name={t('device.badgeLabel')}
			label={
				first?.report
					? t('device.badge', { what: first.what, backend: deviceSummary(t, first.report) })
					: t('device.unknown')
			}
			title={t('device.badgeLabel')}
		>
			{reports.length === 0 && <span>{t('device.unknownBody')}</span>}
			{reports.map(
				({ what, report }) =>
					report && (
						<section key={what}>
							<strong>
								{t('device.badge', { what, backend: backendName(t, report.backend) })}
							</strong>
							<DeviceFindings report={report} />
						</section>
					),
			)}
			<Anchor href={hrefOf('settings')} size="sm">
				{t('device.change')}
			</Anchor>
		</HeaderMark>
	);
}
