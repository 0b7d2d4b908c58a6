import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../errorMessages';
import { useAisle } from '../../store';

/** Why the last training came to nothing, beside the button that starts it. */
export function TrainingProblem() {
	const { t } = useTranslation();
	const { problem, dismiss } = useAisle((state) => ({
		problem: state.trainingProblem,
		dismiss: state.dismissTrainingProblem,
	}));
	if (!problem) return null;
	const { sentence, remedy } = problemWords(t, problem);
	return (
		<Alert
			mb="md"
			color="rust"
			role="alert"
			icon={<IconAlertTriangle />}
			title={sentence}
			withCloseButton
			closeButtonLabel={t('train.dismiss')}
			onClose={dismiss}
		>
			{remedy}
		</Alert>
	);
}
