import { Select, Slider, Text } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type SimilarityMeasure, similarityMeasures } from '../../../domain/similar';
import { useAisle } from '../../store';
import screen from '../train/TrainScreen.module.css';
import type { Asked } from './asked';
import styles from './SearchSettings.module.css';

interface SearchSettingsProps {
	asked: Asked;
	/** Whether there is a photo and a title to weigh against each other. */
	weighs: boolean;
	onChange(asked: Asked): void;
}

/** How products are compared, and which may be found. */
export function SearchSettings({ asked, weighs, onChange }: SearchSettingsProps) {
	const { t } = useTranslation();
	const labels = useAisle((state) => state.labels);
	const [weight, variety] = [useId(), useId()];
	const of = asked.field === null ? undefined : labels.get(asked.field);
	const own = useMemo(
		() => [...new Set([...(of?.values() ?? [])].map(({ label }) => label))].sort(),
		[of],
	);
	const percent = (value: number): string => t('percent', { count: value });
	const slid = weighs && asked.measure !== 'attributes';
	return (
		<section className={screen.card} aria-label={t('similar.how')}>
			<div className={styles.setting} aria-disabled={!slid}>
				<Text id={weight} fw={600} size="sm">
					{t('similar.weight')}
				</Text>
				<Slider
					value={asked.photoWeight}
					disabled={!slid}
					step={5}
					label={null}
					thumbValueText={t('similar.weightValue', {
						photo: percent(asked.photoWeight),
						title: percent(100 - asked.photoWeight),
					})}
					thumbProps={{ 'aria-labelledby': weight }}
					onChange={(photoWeight) => onChange({ ...asked, photoWeight })}
				/>
				<div className={styles.ends} aria-hidden>
					<span>{t('similar.titleEnd', { percent: percent(100 - asked.photoWeight) })}</span>
					<span>{t('similar.photoEnd', { percent: percent(asked.photoWeight) })}</span>
				</div>
			</div>
			<div className={styles.setting}>
				<Text id={variety} fw={600} size="sm">
					{t('similar.diversity')}
				</Text>
				<Slider
					value={asked.diversity}
					step={5}
					label={null}
					thumbValueText={percent(asked.diversity)}
					thumbProps={{ 'aria-labelledby': variety }}
					onChange={(diversity) => onChange({ ...asked, diversity })}
				/>
				<div className={styles.ends} aria-hidden>
					<span>{t('similar.nearest')}</span>
					<span>{t('similar.varied')}</span>
				</div>
			</div>
			<Select
				label={t('similar.measure')}
				description={t(`similar.measures.${asked.measure}.body`)}
				inputWrapperOrder={['label', 'input', 'description']}
				value={asked.measure}
				allowDeselect={false}
				data={similarityMeasures.map((value) => ({
					value,
					label: t(`similar.measures.${value}.name`),
				}))}
				onChange={(measure) =>
					measure !== null && onChange({ ...asked, measure: measure as SimilarityMeasure })
				}
			/>
			{labels.size > 0 && (
				<div className={styles.filter}>
					<Select
						label={t('similar.field')}
						placeholder={t('similar.all')}
						clearable
						clearButtonProps={{ 'aria-label': t('similar.clearField') }}
						value={asked.field}
						data={[...labels.keys()]}
						onChange={(field) => onChange({ ...asked, field, label: null })}
					/>
					{of && (
						<Select
							label={t('similar.label')}
							placeholder={t('similar.all')}
							searchable
							clearable
							clearButtonProps={{ 'aria-label': t('similar.clearLabel') }}
							limit={100}
							value={asked.label}
							data={own}
							onChange={(label) => onChange({ ...asked, label })}
						/>
					)}
				</div>
			)}
		</section>
	);
}
