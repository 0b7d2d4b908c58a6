import { Button, NumberInput, Select } from '@mantine/core';
import { IconCategory2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { mostGroups } from '../../../domain/groups';
import type { Modality } from '../../../domain/head';
import { useAnnounce } from '../../announcer';
import { useAisle, useAisleStore } from '../../store';
import styles from './FigureGroups.module.css';

const modalities: Modality[] = ['photo', 'title', 'both'];

/** All products: no field has an empty name. */
const everything = '';

/** The same groups each time. */
const seed = 1;

/** What is to be grouped, by what, and into how many. */
export function GroupForm({ field }: { field: FieldName | null }) {
	const { t } = useTranslation();
	const store = useAisleStore();
	const announce = useAnnounce();
	const { products, labels, busy, groupProducts } = useAisle((state) => ({
		products: state.products,
		labels: state.labels,
		busy: state.jobs.has('group') || state.jobs.has('import'),
		groupProducts: state.groupProducts,
	}));
	const [modality, setModality] = useState<Modality>('photo');
	const [among, setAmong] = useState<string | null>(null);
	const [count, setCount] = useState<number | null>(null);
	const without = (of: FieldName): number => products.length - (labels.get(of)?.size ?? 0);
	const unlabelled = [...labels.keys()].filter((of) => without(of) > 0).sort();
	const usual = field !== null && unlabelled.includes(field) ? field : everything;
	const chosen = among !== null && unlabelled.includes(among) ? among : null;
	const wanted = among === everything ? everything : (chosen ?? usual);

	async function group(event: React.FormEvent): Promise<void> {
		event.preventDefault();
		const { grouping: before } = store.getState();
		const unlabelledIn = wanted === everything ? null : wanted;
		await groupProducts({ modality, unlabelledIn, count, seed });
		const { grouping } = store.getState();
		if (grouping && grouping !== before)
			announce(t('groups.done', { count: grouping.groups.length }));
	}

	return (
		<form
			className={styles.form}
			aria-label={t('groups.form')}
			onSubmit={(event) => void group(event)}
		>
			<Select
				label={t('groups.by')}
				data={modalities.map((value) => ({ value, label: t(`train.modality.${value}`) }))}
				value={modality}
				allowDeselect={false}
				disabled={busy}
				onChange={(value) => setModality(modalities.find((each) => each === value) ?? 'photo')}
			/>
			<Select
				label={t('groups.among')}
				data={[
					{ value: everything, label: t('groups.all', { count: products.length }) },
					...unlabelled.map((of) => ({
						value: of,
						label: t('groups.unlabelled', { count: without(of), field: of }),
					})),
				]}
				value={wanted}
				allowDeselect={false}
				disabled={busy}
				onChange={setAmong}
			/>
			<NumberInput
				label={t('groups.count')}
				placeholder={t('groups.proposed')}
				value={count ?? ''}
				min={2}
				max={mostGroups}
				allowDecimal={false}
				disabled={busy}
				onChange={(value) => setCount(typeof value === 'number' && value >= 2 ? value : null)}
			/>
			<Button
				type="submit"
				loading={busy}
				disabled={products.length < 2}
				leftSection={<IconCategory2 size={18} aria-hidden />}
			>
				{t('groups.start')}
			</Button>
		</form>
	);
}
