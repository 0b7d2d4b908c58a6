import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Carried, carryings } from '../../../domain/carried';
import type { HeadSummary } from '../../../domain/head';
import { headName } from './headWords';
import { MethodSelect } from './MethodSelect';
import styles from './TrainForm.module.css';

interface CarriedSettingProps {
	/** Those that can be made use of. */
	heads: readonly HeadSummary[];
	carried: Carried | null;
	disabled: boolean;
	onChange(carried: Carried | null): void;
}

const afresh = '';

/** Whether to begin afresh, or to make use of a head of other products. */
export function CarriedSetting({ heads, carried, disabled, onChange }: CarriedSettingProps) {
	const { t } = useTranslation();
	if (heads.length === 0) return null;
	return (
		<div>
			<Select
				label={t('transfer.from')}
				value={carried?.headId ?? afresh}
				disabled={disabled}
				allowDeselect={false}
				data={[
					{ value: afresh, label: t('transfer.afresh') },
					...heads.map((head) => ({ value: head.id, label: headName(t, head) })),
				]}
				onChange={(headId) => onChange(headId ? { headId, by: carried?.by ?? carryings[0] } : null)}
			/>
			<p className={styles.effect}>{t('transfer.fromHint')}</p>
			{carried && (
				<MethodSelect
					label={t('transfer.by')}
					methods={carryings}
					value={carried.by}
					disabled={disabled}
					words={(by) => ({
						name: t(`transfer.ways.${by}.name`),
						body: t(`transfer.ways.${by}.body`),
						term: t(`transfer.ways.${by}.term`),
					})}
					onChange={(by) => onChange({ ...carried, by })}
				/>
			)}
		</div>
	);
}
