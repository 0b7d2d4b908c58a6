import { Anchor, Button, Group, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName, FieldSource } from '../../../domain/field';
import { fieldPreview, type LabelCount } from '../../../maths/fieldPreview';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { useLabelling } from '../products/useLabelling';
import { titleOf } from '../sort/useDeciding';
import styles from './AddFieldDialog.module.css';
import { fieldNameFor, sourceKey, sourceName } from './fieldWords';
import { LeftOutList } from './LeftOutList';
import { useFieldOffers } from './useFieldOffers';

/** What the dialog begins with. */
export interface AddFieldStart {
	source: FieldSource | null;
	/** The field to add to; `null` for a new one. */
	field: FieldName | null;
}

interface AddFieldDialogProps {
	/** `null` keeps it closed. */
	start: AddFieldStart | null;
	onClose(): void;
}

/** Labels that stand there before "and 18 more". */
const shownAtFirst = 10;

/** Chooses where a field's labels come from, and shows what that would be before it is done. */
export function AddFieldDialog({ start, onClose }: AddFieldDialogProps) {
	const { t } = useTranslation();
	const small = useMediaQuery('(max-width: 640px)');
	return (
		<Modal
			opened={start !== null}
			onClose={onClose}
			title={
				start?.field ? t('labels.add.moreTitle', { field: start.field }) : t('labels.add.title')
			}
			size={680}
			fullScreen={small ?? false}
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{start && <AddFieldForm start={start} onClose={onClose} />}
		</Modal>
	);
}

function AddFieldForm({ start, onClose }: { start: AddFieldStart; onClose(): void }) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	const { offers, products, decided, categories } = useFieldOffers();
	const { addField, labels } = useAisle((state) => ({
		addField: state.addField,
		labels: state.labels,
	}));
	const [key, setKey] = useState(start.source && sourceKey(start.source));
	const [typed, setTyped] = useState(start.field);
	const [onto, setOnto] = useState<'fill' | 'replace'>('fill');
	const [busy, setBusy] = useState(false);

	const offer =
		offers.find(({ source }) => sourceKey(source) === key) ??
		offers.find((each) => !labels.has(fieldNameFor(t, each))) ??
		offers[0];
	const preview = useMemo(
		() => offer && fieldPreview(products, offer.source, decided, categories),
		[products, offer, decided, categories],
	);
	if (!offer || !preview) return <Text c="dimmed">{t('labels.add.nothing')}</Text>;

	const name = typed ?? fieldNameFor(t, offer);
	const field = name.normalize('NFC').trim();
	const existing = labels.get(field);
	const count =
		existing && onto === 'fill'
			? [...preview.labels.keys()].filter((id) => !existing.has(id)).length
			: preview.labels.size;
	const names = new Map(products.map((product) => [product.id, titleOf(product)]));

	async function add(event: React.FormEvent): Promise<void> {
		event.preventDefault();
		if (!offer) return;
		setBusy(true);
		const done = t('labels.add.done', { count, field });
		await labelling(addField(field, offer.source, onto), done);
		onClose();
		window.location.hash = hrefOf('catalogue', field);
	}

	const options = (likely: boolean) =>
		offers
			.filter((each) => each.likely === likely)
			.map((each) => ({
				value: sourceKey(each.source),
				label: t('labels.source.option', {
					source: sourceName(t, each.source),
					labels: t('labels.offer.labels', { count: each.labels }),
				}),
			}));

	return (
		<form onSubmit={(event) => void add(event)}>
			<Stack>
				<Select
					label={t('labels.add.source')}
					data={[
						{ group: t('labels.source.likely'), items: options(true) },
						{ group: t('labels.source.other'), items: options(false) },
					].filter(({ items }) => items.length > 0)}
					value={sourceKey(offer.source)}
					onChange={setKey}
					allowDeselect={false}
					maxDropdownHeight={320}
					data-autofocus
				/>
				{start.field === null && (
					<TextInput
						label={t('labels.add.name')}
						placeholder={t('labels.add.nameHint')}
						value={name}
						maxLength={80}
						onChange={(event) => setTyped(event.currentTarget.value)}
					/>
				)}
				{existing && (
					<Radio.Group
						label={t('labels.add.exists', { field })}
						value={onto}
						onChange={(value) => setOnto(value === 'replace' ? 'replace' : 'fill')}
					>
						<Stack gap={8} mt={8}>
							<Radio value="fill" label={t('labels.add.fill', { count: existing.size })} />
							<Radio value="replace" label={t('labels.add.replace')} />
						</Stack>
					</Radio.Group>
				)}
				<Counts counts={preview.counts} products={preview.labels.size} key={key} />
				<LeftOutList
					leftOut={preview.leftOut}
					contradictions={preview.contradictions}
					nameOf={(id) => names.get(id) ?? id}
				/>
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t('labels.add.cancel')}
					</Button>
					<Button type="submit" disabled={count === 0 || field === ''} loading={busy}>
						{t('labels.add.confirm', { count })}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

/** The labels to come, each with its number of products. */
function Counts({ counts, products }: { counts: LabelCount[]; products: number }) {
	const { t } = useTranslation();
	const [all, setAll] = useState(false);
	const shown = all ? counts : counts.slice(0, shownAtFirst);
	const hidden = counts.length - shown.length;
	return (
		<section aria-label={t('labels.add.labels')} className={styles.counts}>
			<p className={styles.sum} aria-live="polite">
				<strong>{t('labels.offer.labels', { count: counts.length })}</strong>{' '}
				{t('labels.offer.products', { count: products })}
			</p>
			<ul className={styles.labels}>
				{shown.map(({ label, products }) => (
					<li key={label} className={styles.label}>
						<span dir="auto">{label}</span>
						<span className={styles.count}>{t('labels.count', { count: products })}</span>
					</li>
				))}
			</ul>
			{hidden > 0 && (
				<Anchor component="button" type="button" onClick={() => setAll(true)}>
					{t('labels.add.showAll', { count: hidden })}
				</Anchor>
			)}
		</section>
	);
}
