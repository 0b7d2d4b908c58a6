import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fusionOf, fusions, isProjected } from '../../../domain/fusion';
import { type HeadSpecification, headKinds, type Sampling, withFusion } from '../../../domain/head';
import type { TrainingPlan } from '../../../domain/trainingPlan';
import { MethodSelect } from './MethodSelect';
import styles from './TrainForm.module.css';

interface KindSettingsProps {
	specification: HeadSpecification;
	plan: TrainingPlan | null;
	disabled: boolean;
	onChange(changed: Partial<HeadSpecification>): void;
}

const samplings: Sampling[] = ['as-is', 'under', 'over', 'class-weights'];

/** How photo and title meet, how it learns, and what is done about rare labels: each with one plain sentence. */
export function KindSettings({ specification, plan, disabled, onChange }: KindSettingsProps) {
	const { t } = useTranslation();
	const { kind, sampling } = specification;
	const fusion = fusionOf(specification);
	const effect = plan?.rarest?.count === plan?.commonest?.count ? 'even' : sampling;
	return (
		<>
			{fusion !== null && (
				<MethodSelect
					label={t('train.fusion')}
					methods={fusions}
					value={fusion}
					disabled={disabled}
					words={(value) => ({
						name: t(`train.fusions.${value}.name`),
						body: t(`train.fusions.${value}.body`),
						term: t(`train.fusions.${value}.term`),
					})}
					onChange={(value) => onChange(withFusion(specification, value))}
				/>
			)}
			{!isProjected(fusion) && (
				<MethodSelect
					label={t('train.kind')}
					methods={headKinds}
					value={kind}
					disabled={disabled}
					words={(value) => ({
						name: t(`train.kinds.${value}.name`),
						body: t(`train.kinds.${value}.body`),
						term: t(`train.kinds.${value}.term`),
					})}
					onChange={(value) => onChange({ kind: value })}
				/>
			)}
			<div>
				<Select
					label={t('train.sampling')}
					value={sampling}
					disabled={disabled}
					allowDeselect={false}
					data={samplings.map((value) => ({ value, label: t(`train.samplings.${value}`) }))}
					onChange={(value) => value !== null && onChange({ sampling: value as Sampling })}
				/>
				{plan?.rarest && plan.commonest && (
					<p className={styles.effect}>
						{t(`train.samplingEffects.${effect}`, {
							rarest: plan.rarest.label,
							least: plan.rarest.count,
							commonest: plan.commonest.label,
							most: plan.commonest.count,
							factor: Math.round((10 * plan.commonest.count) / plan.rarest.count) / 10,
						})}
					</p>
				)}
			</div>
		</>
	);
}
