import { NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HeadSpecification, type Optimiser, optimisers } from '../../../domain/head';
import { useAisle } from '../../store';
import { settingNames, type TrainDraft, usedSettings } from './draft';
import styles from './TrainForm.module.css';

interface AdvancedSettingsProps {
	draft: TrainDraft;
	disabled: boolean;
	onChange(changed: Partial<TrainDraft>): void;
}

type NumberSetting = {
	[K in keyof HeadSpecification]: HeadSpecification[K] extends number ? K : never;
}[keyof HeadSpecification];

/** Ranges within which a number is taken. */
const ranges = {
	stages: { min: 1, max: 3, step: 1 },
	tuningEpochs: { min: 1, max: 200, step: 1 },
	tuningRate: { min: 0.00001, max: 1, step: 0.001 },
	towerRate: { min: 0.001, max: 1, step: 0.05 },
	warmUp: { min: 0, max: 50, step: 1 },
	headFirst: { min: 0, max: 200, step: 5 },
	startDecay: { min: 0, max: 1, step: 0.001 },
	learningRate: { min: 0.0001, max: 10, step: 0.01 },
	batchSize: { min: 1, max: 65_536, step: 32 },
	epochs: { min: 1, max: 1000, step: 10 },
	patience: { min: 1, max: 1000, step: 5 },
	hiddenUnits: { min: 1, max: 4096, step: 64 },
	dropout: { min: 0, max: 0.9, step: 0.1 },
	modalityDropout: { min: 0, max: 0.9, step: 0.1 },
	neighbours: { min: 1, max: 500, step: 1 },
	folds: { min: 2, max: 20, step: 1 },
} as const satisfies Partial<Record<NumberSetting, { min: number; max: number; step: number }>>;

const hints = {
	stages: 'train.stagesHint',
	tuningEpochs: 'train.tuningEpochsHint',
	tuningRate: 'train.tuningRateHint',
	towerRate: 'train.towerRateHint',
	warmUp: 'train.warmUpHint',
	headFirst: 'train.headFirstHint',
	startDecay: 'train.startDecayHint',
	epochs: 'train.epochsHint',
	patience: 'train.patienceHint',
	dropout: 'train.dropoutHint',
	modalityDropout: 'train.modalityDropoutHint',
	folds: 'train.foldsHint',
} as const;

const numbers = settingNames.filter((name): name is keyof typeof ranges => name in ranges);

const searchable = ['weightDecay', 'titleWeight'] as const;

/** What the chosen way of learning can be tuned by; nothing that it does not look at. */
export function AdvancedSettings({ draft, disabled, onChange }: AdvancedSettingsProps) {
	const { t } = useTranslation();
	const { specification } = draft;
	const used = usedSettings(specification);
	const set = (changed: Partial<HeadSpecification>): void =>
		onChange({ specification: { ...specification, ...changed } });
	return (
		<>
			<p className={styles.effect}>{t('train.advancedHint')}</p>
			<div className={styles.figures}>
				{used.has('optimiser') && (
					<Select
						label={t('train.optimiser')}
						description={t('train.optimiserHint')}
						inputWrapperOrder={['label', 'input', 'description']}
						value={specification.optimiser}
						disabled={disabled}
						allowDeselect={false}
						data={optimisers.map((value) => ({
							value,
							label: t(`train.optimisers.${value}`),
						}))}
						onChange={(value) => value !== null && set({ optimiser: value as Optimiser })}
					/>
				)}
				{numbers
					.filter((name) => used.has(name))
					.map((name) => (
						<NumberInput
							key={name}
							label={t(`train.${name}`)}
							description={name in hints ? t(hints[name as keyof typeof hints]) : undefined}
							inputWrapperOrder={['label', 'input', 'description']}
							value={specification[name]}
							clampBehavior="blur"
							disabled={disabled}
							{...ranges[name]}
							onChange={(value) => {
								const range = ranges[name];
								if (typeof value === 'number' && range && value >= range.min && value <= range.max)
									set({ [name]: value });
							}}
						/>
					))}
				{searchable
					.filter((name) => used.has(name))
					.map((name) => (
						<NumberInput
							key={name}
							label={t(`train.${name}`)}
							description={t(`train.${name}Hint`)}
							inputWrapperOrder={['label', 'input', 'description']}
							placeholder={t('train.searched')}
							value={specification[name] === 'search' ? '' : specification[name]}
							min={0}
							max={100}
							step={name === 'titleWeight' ? 0.25 : 0.0001}
							disabled={disabled}
							onChange={(value) => set({ [name]: typeof value === 'number' ? value : 'search' })}
						/>
					))}
			</div>
			<TrainingDevice draft={draft} disabled={disabled} onChange={onChange} />
		</>
	);
}

/** Only where there is a choice. */
function TrainingDevice({ draft, disabled, onChange }: AdvancedSettingsProps) {
	const { t } = useTranslation();
	const canTrainOnWebgpu = useAisle((state) => state.canTrainOnWebgpu);
	const [offered, setOffered] = useState(false);
	useEffect(() => {
		void canTrainOnWebgpu().then(setOffered);
	}, [canTrainOnWebgpu]);
	if (!offered) return null;
	return (
		<Select
			mt="sm"
			label={t('train.device')}
			value={draft.backend}
			disabled={disabled}
			allowDeselect={false}
			data={(['wasm', 'webgpu'] as const).map((value) => ({
				value,
				label: t(`train.devices.${value}`),
			}))}
			onChange={(value) => value !== null && onChange({ backend: value as TrainDraft['backend'] })}
		/>
	);
}
