import { type NotificationData, notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Shows a passing message, with a close button that has a name. */
export function useNotify(): (notification: NotificationData) => void {
	const { t } = useTranslation();
	return useCallback(
		(notification) => {
			notifications.show({ ...notification, closeButtonProps: { 'aria-label': t('close') } });
		},
		[t],
	);
}
