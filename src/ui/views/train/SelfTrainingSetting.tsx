import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeadSpecification } from '../../../domain/head';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import styles from './TrainForm.module.css';

interface SelfTrainingSettingProps {
	specification: HeadSpecification;
	disabled: boolean;
	onChange(changed: Partial<HeadSpecification>): void;
}

/** Whether products without a label are learned from, too. */
export function SelfTrainingSetting({
	specification: { field, selfTraining },
	disabled,
	onChange,
}: SelfTrainingSettingProps) {
	const { t } = useTranslation();
	const unlabelled = useAisle(
		({ products, labels }) => products.filter(({ id }) => !labels.get(field)?.has(id)).length,
	);
	return (
		<div>
			<Checkbox
				label={t('train.selfTraining')}
				checked={selfTraining}
				disabled={disabled || (unlabelled === 0 && !selfTraining)}
				onChange={({ currentTarget }) => onChange({ selfTraining: currentTarget.checked })}
			/>
			<p className={styles.effect}>
				{t('train.selfTrainingHint', { count: unlabelled, field })}{' '}
				<Explained name={t('train.selfTrainingName')}>{t('train.selfTrainingMethod')}</Explained>
			</p>
		</div>
	);
}
