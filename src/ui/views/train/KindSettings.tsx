import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
	type HeadKind,
	type HeadSpecification,
	headKinds,
	type Sampling,
} from '../../../domain/head';
import type { TrainingPlan } from '../../../domain/trainingPlan';
import styles from './TrainForm.module.css';

interface KindSettingsProps {
	specification: HeadSpecification;
	plan: TrainingPlan | null;
	disabled: boolean;
	onChange(changed: Partial<HeadSpecification>): void;
}

const samplings: Sampling[] = ['as-is', 'under', 'over', 'class-weights'];

/** How it learns, and what is done about rare labels: each with one plain sentence. */
export function KindSettings({ specification, plan, disabled, onChange }: KindSettingsProps) {
	const { t } = useTranslation();
	const { kind, sampling } = specification;
	const name = t(`train.kinds.${kind}.name`);
	const effect = plan?.rarest?.count === plan?.commonest?.count ? 'even' : sampling;
	return (
		<>
			<div>
				<Select
					label={t('train.kind')}
					value={kind}
					disabled={disabled}
					allowDeselect={false}
					data={headKinds.map((value) => ({ value, label: t(`train.kinds.${value}.name`) }))}
					onChange={(value) => value !== null && onChange({ kind: value as HeadKind })}
				/>
				<p className={styles.effect}>
					{t(`train.kinds.${kind}.body`)}
					<Tooltip
						label={t(`train.kinds.${kind}.term`)}
						events={{ hover: true, focus: true, touch: true }}
					>
						<ActionIcon
							className={styles.term}
							variant="subtle"
							color="gray"
							size="sm"
							aria-label={t('train.termLabel', { name })}
						>
							<IconInfoCircle size={16} aria-hidden />
						</ActionIcon>
					</Tooltip>
				</p>
			</div>
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
