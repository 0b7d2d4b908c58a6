import { Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fusions } from '../../../domain/fusion';
import { headKinds } from '../../../domain/head';
import { defaultShares } from '../../../domain/split';
import { textFeatures } from '../../../domain/textFeatures';
import { type StrategyChoice, strategiesOf, tunings } from '../../../maths/strategies';
import type { PhotoNetwork } from '../../../state/types.training';
import { useAisle } from '../../store';
import { otherHeads } from '../train/carriedHeads';
import { splitColumn } from '../train/draft';
import { headName } from '../train/headWords';
import styles from '../train/TrainForm.module.css';
import screen from '../train/TrainScreen.module.css';

interface LabFormProps {
	fields: string[];
	field: string;
	networks: readonly PhotoNetwork[];
	onField(field: string): void;
}

const modalities = ['photo', 'title', 'both'] as const;
const mostSeeds = 20;
/** Of the split, which is the same whatever seeds the strategies have. */
const splitSeed = 1;

/** What to try: each with each of what is ticked. */
export function LabForm({ fields, field, networks, onField }: LabFormProps) {
	const { t } = useTranslation();
	const { products, heads, running, queueLab } = useAisle((state) => ({
		heads: state.heads,
		products: state.products,
		running: state.jobs.has('lab'),
		queueLab: state.queueLab,
	}));
	const column = useMemo(() => splitColumn(products), [products]);
	const [seeds, setSeeds] = useState(3);
	const [choice, setChoice] = useState<StrategyChoice>(() => ({
		modalities,
		backbones: networks.slice(0, 1).map(({ id }) => id),
		tunings: ['frozen'],
		textFeatures: ['bert'],
		fusions,
		kinds: ['softmax'],
		source: null,
	}));
	const sources = otherHeads(heads, field);
	const source = sources.find(({ id }) => id === choice.source?.headId) ?? null;
	const wanted = { ...choice, source: source && choice.source };
	const strategies = strategiesOf(field, wanted).length;
	const photos = choice.modalities.some((modality) => modality !== 'title');
	const titles = choice.modalities.some((modality) => modality !== 'photo');
	const both = choice.modalities.includes('both');

	function start(event: FormEvent): void {
		event.preventDefault();
		if (running || strategies === 0) return;
		const split = column
			? ({ by: 'column', column } as const)
			: ({ by: 'seed', seed: splitSeed, shares: defaultShares } as const);
		void queueLab({ field, strategies: wanted, seeds, choice: split });
	}

	/** A group of checkboxes that keeps the order of what there is. */
	function group<Value extends string>(
		key: Exclude<keyof StrategyChoice, 'source'>,
		label: string,
		values: readonly Value[],
		words: (value: Value) => string,
		description?: string,
	) {
		return (
			<Checkbox.Group
				label={label}
				description={description}
				value={[...choice[key]]}
				onChange={(ticked) =>
					setChoice({ ...choice, [key]: values.filter((value) => ticked.includes(value)) })
				}
			>
				<div className={styles.rows}>
					{values.map((value) => (
						<Checkbox key={value} mt={4} value={value} label={words(value)} disabled={running} />
					))}
				</div>
			</Checkbox.Group>
		);
	}

	return (
		<form className={screen.card} aria-label={t('compare.form')} onSubmit={start}>
			<fieldset className={styles.settings} disabled={running}>
				<Select
					label={t('compare.field')}
					value={field}
					disabled={running}
					allowDeselect={false}
					data={fields}
					onChange={(value) => value !== null && onField(value)}
				/>
				{group('modalities', t('compare.looks'), modalities, (value) =>
					t(`train.modality.${value}`),
				)}
				{photos &&
					group(
						'backbones',
						t('compare.networks'),
						networks.map(({ id }) => id),
						(value) => networks.find(({ id }) => id === value)?.name ?? value,
						t('compare.networksHint'),
					)}
				{photos &&
					group(
						'tunings',
						t('compare.tunings'),
						tunings,
						(value) => t(`compare.tuning.${value}`),
						t('compare.tuningsHint'),
					)}
				{titles &&
					group('textFeatures', t('compare.texts'), textFeatures, (value) =>
						t(`train.textFeature.${value}.name`),
					)}
				{both &&
					group('fusions', t('compare.fusions'), fusions, (value) =>
						t(`train.fusions.${value}.name`),
					)}
				{group(
					'kinds',
					t('compare.kinds'),
					headKinds,
					(value) => t(`train.kinds.${value}.name`),
					both ? t('compare.kindsHint') : undefined,
				)}
				{sources.length > 0 && (
					<Select
						label={t('transfer.also')}
						description={t('transfer.alsoHint')}
						inputWrapperOrder={['label', 'input', 'description']}
						value={source?.id ?? ''}
						disabled={running}
						allowDeselect={false}
						data={[
							{ value: '', label: t('transfer.alsoNone') },
							...sources.map((head) => ({ value: head.id, label: headName(t, head) })),
						]}
						onChange={(headId) => {
							const head = sources.find(({ id }) => id === headId);
							const of = head && { headId: head.id, looks: head.specification };
							setChoice({ ...choice, source: of ?? null });
						}}
					/>
				)}
				<NumberInput
					label={t('compare.seeds')}
					description={t('compare.seedsHint')}
					inputWrapperOrder={['label', 'input', 'description']}
					value={seeds}
					min={1}
					max={mostSeeds}
					allowDecimal={false}
					clampBehavior="blur"
					disabled={running}
					onChange={(value) =>
						typeof value === 'number' && value >= 1 && value <= mostSeeds && setSeeds(value)
					}
				/>
			</fieldset>
			<p className={styles.plan}>
				{strategies === 0
					? t('compare.nothing')
					: t('compare.plan', { count: strategies * seeds, strategies, seeds })}
			</p>
			<Button
				type="submit"
				size="lg"
				fullWidth
				loading={running}
				disabled={strategies === 0}
				leftSection={<IconFlask size={20} aria-hidden />}
			>
				{t('compare.start')}
			</Button>
		</form>
	);
}
