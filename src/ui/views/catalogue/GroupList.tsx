import { Autocomplete, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import type { Grouping } from '../../../domain/groups';
import { useAisle } from '../../store';
import figures from './CatalogueFigures.module.css';
import styles from './FigureGroups.module.css';
import { noLabels } from './figureData';
import { GroupRow } from './GroupRow';

/** Groups at first, and how many more a press brings. */
const groupsAtOnce = 12;

interface GroupListProps {
	grouping: Grouping;
	/** The field one looks at; `null` when there is none yet. */
	field: FieldName | null;
}

/** The groups, the largest first, each waiting for a name. */
export function GroupList({ grouping, field: shown }: GroupListProps) {
	const { t } = useTranslation();
	const labels = useAisle((state) => state.labels);
	const [typed, setTyped] = useState<string | null>(null);
	const [most, setMost] = useState(groupsAtOnce);
	const { groups, tried, without, request } = grouping;
	const field = (typed ?? request.unlabelledIn ?? shown ?? t('labels.defaultName'))
		.normalize('NFC')
		.trim();
	const products = groups.reduce((sum, { productIds }) => sum + productIds.length, 0);
	const left = groups.length - most;
	const [fewest] = tried;
	const largest = tried.at(-1);
	return (
		<>
			<p className={figures.sentence}>
				{t('groups.found', {
					count: groups.length,
					products: t('figures.products', { count: products }),
				})}{' '}
				{fewest && largest && t('groups.clearest', { least: fewest.count, most: largest.count })}{' '}
				{without > 0 && t('groups.without', { count: without })}
			</p>
			<Autocomplete
				className={styles.field}
				label={t('groups.field')}
				data={[...labels.keys()]}
				value={typed ?? field}
				maxLength={80}
				onChange={setTyped}
			/>
			<ol className={styles.groups} aria-label={t('groups.list')}>
				{groups.slice(0, most).map((group) => (
					<GroupRow
						key={group.productIds[0]}
						group={group}
						field={field}
						labels={labels.get(field) ?? noLabels}
					/>
				))}
			</ol>
			{left > 0 && (
				<span>
					<Button size="compact-sm" variant="default" onClick={() => setMost(most + groupsAtOnce)}>
						{t('groups.more', { count: Math.min(left, groupsAtOnce) })}
					</Button>
				</span>
			)}
		</>
	);
}
