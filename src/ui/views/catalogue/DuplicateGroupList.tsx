import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import type { Product } from '../../../domain/product';
import { type DuplicateGroup, labelsOfGroup } from '../../../maths/duplicateFigures';
import type { FieldLabels } from '../../../state/types.labels';
import { useAisle } from '../../store';
import { Thumbnail } from '../../widgets/Thumbnail';
import { useOpenProducts } from '../products/ProductsPanel';
import { titleOf } from '../sort/useDeciding';
import styles from './DuplicateGroupList.module.css';

/** Groups at first, and how many more a press brings. */
const groupsAtFirst = 6;
const groupsMore = 100;

/** Photos of a group that are shown; the rest show when it is opened. */
const photosShown = 3;

interface DuplicateGroupListProps {
	label: string;
	groups: readonly DuplicateGroup[];
	products: readonly Product[];
	/** In the chosen field: shown where a group has several. */
	labels: FieldLabels;
	field: FieldName | null;
}

/** Groups of products with the same photo; each opens its products. */
export function DuplicateGroupList({
	label,
	groups,
	products,
	labels,
	field,
}: DuplicateGroupListProps) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const load = useAisle(({ thumbnailUrl }) => thumbnailUrl);
	const [most, setMost] = useState(groupsAtFirst);
	const byId = useMemo(() => new Map(products.map((product) => [product.id, product])), [products]);
	const left = groups.length - most;
	return (
		<>
			<ul className={styles.groups} aria-label={label}>
				{groups.slice(0, most).map((group) => {
					const members = group.productIds.flatMap((id) => byId.get(id) ?? []);
					const first = members[0];
					if (!first) return null;
					const names = labelsOfGroup(group, labels);
					const name = t('figures.duplicates.groupOf', {
						first: titleOf(first),
						count: members.length - 1,
					});
					const facts = [
						t(`figures.duplicates.${group.kind}`),
						...(group.sameTitle ? [t('figures.duplicates.sameTitle')] : []),
						...(names.length > 1 ? [names.join(' / ')] : []),
					].join(' · ');
					return (
						<li key={first.id}>
							<button
								type="button"
								className={styles.group}
								aria-label={t('figures.duplicates.describe', { name, facts })}
								onClick={() =>
									open({
										title: t('figures.duplicates.openTitle', { first: titleOf(first) }),
										productIds: group.productIds,
										...(field === null ? {} : { field }),
									})
								}
							>
								<span className={styles.photos}>
									{members.slice(0, photosShown).map((product) => (
										<span key={product.id} className={styles.photo}>
											<Thumbnail
												photoId={product.photos[0]?.photoId ?? null}
												version={0}
												load={load}
											/>
										</span>
									))}
								</span>
								<span className={styles.words}>
									<span className={styles.name}>{name}</span>
									<span className={styles.facts}>{facts}</span>
								</span>
							</button>
						</li>
					);
				})}
			</ul>
			{left > 0 && (
				<span>
					<Button size="compact-sm" variant="default" onClick={() => setMost(most + groupsMore)}>
						{t('figures.duplicates.showAll', { count: Math.min(left, groupsMore) })}
					</Button>
				</span>
			)}
		</>
	);
}
