import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HeaderMark } from './HeaderMark';

export function PrivacyMark() {
	const { t } = useTranslation();
	return (
		<HeaderMark
			icon={<IconShieldLock size={17} stroke={1.7} aria-hidden />}
			label={t('privacy.mark')}
			title={t('privacy.title')}
		>
			<span>{t('privacy.body')}</span>
		</HeaderMark>
	);
}
