import { Anchor } from '@mantine/core';
import { IconPlug, IconPlugConnected, IconPlugX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offlineSummary } from '../offlineWords';
import { bytes, list } from '../quantities';
import { hrefOf } from '../routes';
import { useAisle } from '../store';
import { HeaderMark } from '../widgets/HeaderMark';

const icons = {
	ready: IconPlugConnected,
	damaged: IconPlugX,
	partly: IconPlug,
	starting: IconPlug,
	unsupported: IconPlug,
	failed: IconPlug,
};

/** Whether Aisle would go on with the network off. */
export function OfflineMark() {
	const { t, i18n } = useTranslation();
	const status = useAisle((state) => state.offline);
	const { state, bytes: total, keptBytes, damaged } = offlineSummary(status);
	const Icon = icons[state];
	const size = (count: number): string => bytes(i18n.language, count);
	const paths = list(t, damaged);
	return (
		<HeaderMark
			icon={<Icon size={17} stroke={1.7} aria-hidden />}
			name={t('offline.title')}
			label={t(`offline.mark.${state === 'failed' ? 'unsupported' : state}`)}
			title={t('offline.title')}
		>
			<span>
				{state === 'ready' && t('offline.readyBody', { bytes: size(total) })}
				{state === 'partly' &&
					t('offline.partly', { missing: size(total - keptBytes), total: size(total) })}
				{state === 'damaged' && t('offline.damaged', { count: damaged.length, paths })}
				{state === 'starting' && t('offline.starting')}
				{(state === 'unsupported' || state === 'failed') && t('offline.unsupportedBody')}
			</span>
			<Anchor href={hrefOf('settings')} size="sm">
				{t('offline.mark.settings')}
			</Anchor>
		</HeaderMark>
	);
}
