import { Checkbox, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { augmentations } from '../../../domain/augmentation';
import type { HeadSpecification, Modality } from '../../../domain/head';
import { textFeatures } from '../../../domain/textFeatures';
import { depths } from '../../../domain/tuning';
import type { PhotoNetwork } from '../../../state/types.training';
import { MethodSelect } from './MethodSelect';
import styles from './TrainForm.module.css';

interface InputSettingsProps {
	specification: HeadSpecification;
	networks: readonly PhotoNetwork[];
	disabled: boolean;
	onChange(changed: Partial<HeadSpecification>): void;
}

const modalities: Modality[] = ['photo', 'title', 'both'];

/** What a head looks at: photo or title, by which networks, in how many views. */
export function InputSettings({ specification, networks, disabled, onChange }: InputSettingsProps) {
	const { t } = useTranslation();
	const id = useId();
	const { modality, backbones } = specification;
	return (
		<>
			<div>
				<span className={styles.legend} id={id}>
					{t('train.looks')}
				</span>
				<SegmentedControl
					aria-labelledby={id}
					fullWidth
					value={modality}
					disabled={disabled}
					data={modalities.map((value) => ({ value, label: t(`train.modality.${value}`) }))}
					onChange={(value) => onChange({ modality: value })}
				/>
			</div>
			{modality !== 'title' && (
				<>
					<Checkbox.Group
						label={t('train.networks')}
						description={t('train.networksHint')}
						error={backbones.length === 0 ? t('train.networksNone') : undefined}
						value={backbones}
						onChange={(value) => onChange({ backbones: value })}
					>
						<div className={styles.rows}>
							{networks.map(({ id, name, ofSort }) => (
								<Checkbox
									key={id}
									mt={4}
									value={id}
									label={name}
									disabled={disabled}
									description={t(ofSort ? 'train.network.thorough' : 'train.network.quick')}
								/>
							))}
						</div>
					</Checkbox.Group>
					<MethodSelect
						label={t('train.photoDepth')}
						methods={depths}
						value={specification.photoDepth}
						disabled={disabled}
						words={(value) => ({
							name: t(`train.depths.${value}.name`),
							body: t(`train.depths.${value}.body`),
							term: t(`train.depths.${value}.term`),
						})}
						onChange={(value) => onChange({ photoDepth: value })}
					/>
					<Checkbox.Group
						label={t('train.augmentation')}
						description={t('train.augmentationHint')}
						value={specification.augmentations}
						onChange={(value) =>
							onChange({ augmentations: augmentations.filter((each) => value.includes(each)) })
						}
					>
						<div className={styles.figures}>
							{augmentations.map((value) => (
								<Checkbox
									key={value}
									value={value}
									label={t(`train.augmentations.${value}`)}
									disabled={disabled}
								/>
							))}
						</div>
					</Checkbox.Group>
				</>
			)}
			{modality !== 'photo' && (
				<MethodSelect
					label={t('train.textFeatures')}
					methods={textFeatures}
					value={specification.textFeatures}
					disabled={disabled}
					words={(value) => ({
						name: t(`train.textFeature.${value}.name`),
						body: t(`train.textFeature.${value}.body`),
						term: t(`train.textFeature.${value}.term`),
					})}
					onChange={(value) => onChange({ textFeatures: value })}
				/>
			)}
		</>
	);
}
