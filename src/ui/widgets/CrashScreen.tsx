import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StopScreen } from './StopScreen';

/** For bugs. Says that nothing is lost, and gives whoever reports it something to copy. */
export function CrashScreen({ error }: { error: unknown }) {
	const { t } = useTranslation();
	const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return (
		<StopScreen icon={<IconBug />} title={t('crash.title')}>
			<Text>{t('crash.body')}</Text>
			<Code
				block
				mah="40vh"
				style={{ overflow: 'auto' }}
				tabIndex={0}
				aria-label={t('crash.details')}
			>
				{details}
			</Code>
			<Group>
				<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
				<CopyButton value={details}>
					{({ copied, copy }) => (
						<Button variant="default" onClick={copy}>
							{copied ? t('crash.copied') : t('crash.copy')}
						</Button>
					)}
				</CopyButton>
			</Group>
		</StopScreen>
	);
}
