import { NumberInput, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingPlan } from '../../../domain/trainingPlan';
import type { TrainDraft } from './draft';
import styles from './TrainForm.module.css';

interface SplitSettingsProps {
	draft: TrainDraft;
	/** The column that says train or test; `null` where there is none. */
	column: string | null;
	plan: TrainingPlan | null;
	disabled: boolean;
	onChange(changed: Partial<TrainDraft>): void;
}

/** Named before they are counted. */
const namedLabels = 4;

/** Who is learned from, who is chosen by, who is tested on. */
export function SplitSettings({ draft, column, plan, disabled, onChange }: SplitSettingsProps) {
	const { t } = useTranslation();
	const { shares, specification } = draft;
	const given = column !== null && draft.useColumn;
	const percent = (share: number): number => Math.round(share * 100);
	const share = (value: number | string): number | null =>
		typeof value === 'number' && value >= 0 ? value / 100 : null;
	return (
		<fieldset className={styles.group} disabled={disabled}>
			<legend className={styles.legend}>{t('train.split')}</legend>
			{column !== null && (
				<Radio.Group
					aria-label={t('train.splitSource')}
					mb="xs"
					value={given ? 'column' : 'drawn'}
					onChange={(value) => onChange({ useColumn: value === 'column' })}
				>
					<div className={styles.rows}>
						<Radio value="column" label={t('train.splitColumn', { column })} />
						<Radio value="drawn" label={t('train.splitDrawn')} />
					</div>
				</Radio.Group>
			)}
			<p className={styles.effect}>{t(given ? 'train.splitGivenHint' : 'train.splitHint')}</p>
			<div className={styles.shares}>
				<NumberInput
					label={t('train.seed')}
					value={specification.seed}
					min={0}
					max={999_999_999}
					clampBehavior="strict"
					allowDecimal={false}
					onChange={(value) =>
						typeof value === 'number' &&
						onChange({ specification: { ...specification, seed: value } })
					}
				/>
				{!given && (
					<>
						<NumberInput
							label={t('train.validationShare')}
							value={percent(shares.validation)}
							min={0}
							max={45}
							clampBehavior="strict"
							onChange={(value) => {
								const validation = share(value);
								if (validation !== null) onChange({ shares: { ...shares, validation } });
							}}
						/>
						<NumberInput
							label={t('train.testShare')}
							value={percent(shares.test)}
							min={0}
							max={45}
							clampBehavior="strict"
							onChange={(value) => {
								const test = share(value);
								if (test !== null) onChange({ shares: { ...shares, test } });
							}}
						/>
					</>
				)}
			</div>
			<p className={styles.effect}>{t('train.seedHint')}</p>
			{plan && !plan.problem && <SplitWords plan={plan} />}
		</fieldset>
	);
}

function SplitWords({ plan }: { plan: TrainingPlan }) {
	const { t, i18n } = useTranslation();
	const { counts, tooSmall, without } = plan;
	const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
	const labels = list.format(tooSmall.slice(0, namedLabels));
	const more = tooSmall.length - namedLabels;
	return (
		<>
			<p className={styles.effect}>{t('train.parts', counts)}</p>
			{tooSmall.length > 0 && (
				<p className={styles.warning}>
					{t('train.tooSmall', {
						count: tooSmall.length,
						labels: more > 0 ? t('train.tooSmallMore', { labels, count: more }) : labels,
					})}
				</p>
			)}
			{counts.test === 0 && <p className={styles.warning}>{t('train.noTest')}</p>}
			{without > 0 && <p className={styles.warning}>{t('train.without', { count: without })}</p>}
		</>
	);
}
