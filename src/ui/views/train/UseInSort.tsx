import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import { useAisle } from '../../store';

/** Makes a head the one that Sort uses for its field, or no longer. */
export function UseInSort({ head }: { head: HeadSummary }) {
	const { t } = useTranslation();
	const { active, activate, deactivate } = useAisle((state) => ({
		active: state.activeHeads[head.field] === head.id,
		activate: state.activateHead,
		deactivate: state.deactivateHead,
	}));
	return (
		<Button
			variant="default"
			onClick={() => void (active ? deactivate(head.field) : activate(head.id))}
		>
			{t(active ? 'train.stopUsing' : 'train.use')}
		</Button>
	);
}
