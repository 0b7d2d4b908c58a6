import { Autocomplete, Button } from '@mantine/core';
import { IconTag, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, labelFrom } from '../../../domain/field';
import { labelCounts, longestLabel } from '../../../maths/fieldPreview';
import { useAisle } from '../../store';
import styles from './LabelForm.module.css';
import { hideLabelled, useLabelling } from './useLabelling';

interface LabelFormProps {
	chosen: ReadonlySet<string>;
	/** What stands there as the field; `null` when there is none yet. */
	field: FieldName | null;
	onClear(): void;
	/** @param field in which they were labelled */
	onDone(field: FieldName): void;
}

/** Gives everything that is selected one label, or takes it away. */
export function LabelForm({ chosen, field: start, onClear, onDone }: LabelFormProps) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	useEffect(hideLabelled, []);
	const { labels, labelProducts } = useAisle((state) => ({
		labels: state.labels,
		labelProducts: state.labelProducts,
	}));
	const [typedField, setTypedField] = useState<string | null>(null);
	const [typed, setTyped] = useState('');
	const field = (typedField ?? start ?? t('labels.defaultName')).normalize('NFC').trim();
	const label = labelFrom(typed);
	const of = labels.get(field);
	const known = useMemo(
		() => labelCounts([...(of?.values() ?? [])].map((each) => each.label)),
		[of],
	);
	const removable = of ? [...chosen].filter((id) => of.has(id)).length : 0;
	const tooLong = label !== null && label.length > longestLabel;

	function apply(event: React.FormEvent): void {
		event.preventDefault();
		if (label === null || field === '' || tooLong) return;
		const done = t('products.labelled', { count: chosen.size, label });
		void labelling(labelProducts(field, chosen, label), done).then(() => onDone(field));
	}

	function remove(): void {
		const done = t('products.removed', { count: removable, field });
		void labelling(labelProducts(field, chosen, null), done).then(() => onDone(field));
	}

	return (
		<form className={styles.form} aria-label={t('products.form')} onSubmit={apply}>
			<span className={styles.selected} role="status">
				{t('products.selected', { count: chosen.size })}
			</span>
			<Autocomplete
				className={styles.field}
				aria-label={t('products.formField')}
				placeholder={t('products.formFieldHint')}
				data={[...labels.keys()]}
				value={typedField ?? start ?? t('labels.defaultName')}
				maxLength={80}
				comboboxProps={{ withinPortal: false, position: 'top' }}
				onChange={setTypedField}
			/>
			<Autocomplete
				className={styles.label}
				aria-label={t('products.formLabel')}
				placeholder={t('products.formLabelHint')}
				data={known.map((each) => each.label)}
				limit={40}
				value={typed}
				error={tooLong && t('products.tooLong', { count: longestLabel })}
				comboboxProps={{ withinPortal: false, position: 'top' }}
				onChange={setTyped}
			/>
			<Button
				type="submit"
				leftSection={<IconTag size={17} aria-hidden />}
				disabled={label === null || field === '' || tooLong}
			>
				{t('products.apply', { count: chosen.size })}
			</Button>
			{removable > 0 && (
				<Button variant="default" onClick={remove}>
					{t('products.remove')}
				</Button>
			)}
			<Button variant="subtle" leftSection={<IconX size={17} aria-hidden />} onClick={onClear}>
				{t('products.clear')}
			</Button>
		</form>
	);
}
