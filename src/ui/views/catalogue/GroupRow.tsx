import { Autocomplete, Button } from '@mantine/core';
import { IconCircleCheck, IconTag } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, labelFrom } from '../../../domain/field';
import type { ProductGroup } from '../../../domain/groups';
import { longestLabel } from '../../../maths/fieldPreview';
import { groupLabels, suggestedNames } from '../../../maths/groupNames';
import { productsById } from '../../../state/selectors';
import type { FieldLabels } from '../../../state/types.labels';
import { list } from '../../quantities';
import { useAisle } from '../../store';
import { ProductPhoto } from '../ProductPhoto';
import { useOpenProducts } from '../products/ProductsPanel';
import { useLabelling } from '../products/useLabelling';
import { titleOf } from '../sort/useDeciding';
import styles from './FigureGroups.module.css';

/** Photos of a group that are shown; all of them show when it is opened. */
const photosShown = 10;
const titlesShown = 3;
const namesSuggested = 3;

interface GroupRowProps {
	group: ProductGroup;
	field: FieldName;
	/** Of that field. */
	labels: FieldLabels;
}

/** A group as a strip of its most typical products, and the name that makes it a label. */
export function GroupRow({ group, field, labels }: GroupRowProps) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const labelling = useLabelling();
	const { byId, suggestions, taxonomy, nameGroup } = useAisle((state) => ({
		byId: productsById(state),
		suggestions: state.suggestions,
		taxonomy: state.taxonomy,
		nameGroup: state.nameGroup,
	}));
	const [typed, setTyped] = useState('');
	// Products may have been deleted since.
	const ids = useMemo(
		() => group.productIds.filter((id) => byId.has(id)),
		[group.productIds, byId],
	);
	const { unlabelled, commonest } = useMemo(() => groupLabels(ids, labels), [ids, labels]);
	const names = useMemo(
		() => (taxonomy ? suggestedNames(ids, suggestions, taxonomy, namesSuggested) : []),
		[ids, suggestions, taxonomy],
	);
	const known = useMemo(
		() => [...new Set([...names, ...[...labels.values()].map(({ label }) => label)])],
		[names, labels],
	);
	const label = labelFrom(typed);
	const tooLong = label !== null && label.length > longestLabel;
	const typical = ids.slice(0, photosShown).flatMap((id) => byId.get(id) ?? []);
	const title = t('groups.group', { number: group.number });
	if (typical.length === 0) return null;

	function name(event: React.FormEvent): void {
		event.preventDefault();
		if (label === null || tooLong || field === '') return;
		const done = t('products.labelled', { count: unlabelled, label });
		void labelling(nameGroup(field, ids, label), done);
	}

	return (
		<li className={styles.group}>
			<button
				type="button"
				className={styles.open}
				aria-label={t('groups.open', { count: ids.length, group: title })}
				onClick={() => open({ title, productIds: ids, field })}
			>
				<span className={styles.words}>
					<strong>{title}</strong>
					<span className={styles.count}>{t('figures.products', { count: ids.length })}</span>
				</span>
				<span className={styles.photos}>
					{typical.map((product) => (
						<span key={product.id} className={styles.photo}>
							<ProductPhoto product={product} />
						</span>
					))}
				</span>
				<span className={styles.titles} dir="auto">
					{list(t, typical.slice(0, titlesShown).map(titleOf))}
				</span>
			</button>
			{commonest && (
				<p className={styles.labelled}>
					<IconCircleCheck size={17} aria-hidden />
					{t('groups.labelled', commonest)}
				</p>
			)}
			{unlabelled > 0 && (
				<form className={styles.name} onSubmit={name}>
					<Autocomplete
						className={styles.input}
						aria-label={t('groups.name', { group: title })}
						placeholder={
							names[0] === undefined
								? t('groups.nameHint')
								: t('groups.nameLike', { name: names[0] })
						}
						data={known}
						limit={40}
						value={typed}
						error={tooLong && t('products.tooLong', { count: longestLabel })}
						onChange={setTyped}
					/>
					<Button
						type="submit"
						variant="default"
						leftSection={<IconTag size={17} aria-hidden />}
						disabled={label === null || tooLong || field === ''}
					>
						{t('products.apply', { count: unlabelled })}
					</Button>
				</form>
			)}
		</li>
	);
}
