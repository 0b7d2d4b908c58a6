import { useTranslation } from 'react-i18next';
import type { TableSummary } from '../../../domain/drop';
import { list } from '../../quantities';
import { ProblemList } from '../../widgets/ProblemList';
import { TablePreview } from '../../widgets/TablePreview';
import styles from './DropDialog.module.css';

/** Headers named before it only counts: a Shopify export has some forty. */
const attributesShown = 10;

/** What one table is, which of its columns mean what, and its first rows. */
export function DroppedTable({ table }: { table: TableSummary }) {
	const { t } = useTranslation();
	const {
		path,
		dialect,
		rows,
		products,
		withPhoto,
		columns,
		attributes,
		labels,
		preview,
		problems,
	} = table;
	const name = path.split('/').at(-1) ?? path;
	const more = attributes.length - attributesShown;
	const facts = [
		t('drop.rows', { count: rows }),
		t('drop.products', { count: products }),
		...(products > 0 ? [t('drop.withPhoto', { count: products, withPhoto })] : []),
	];
	return (
		<section className={styles.part} aria-label={name}>
			<h3 className={styles.name}>{name}</h3>
			<p className={styles.facts}>
				<strong>{t(`drop.dialect.${dialect}`)}</strong> · {facts.join(' · ')}
			</p>
			{columns.length > 0 && (
				<dl className={styles.columns} aria-label={t('drop.columns')}>
					{columns.map(({ role, headers }) => (
						<div key={role} style={{ display: 'contents' }}>
							<dt>{t(`drop.role.${role}`)}</dt>
							<dd>{list(t, headers)}</dd>
						</div>
					))}
					{attributes.length > 0 && (
						<div style={{ display: 'contents' }}>
							<dt title={t('drop.attributesHint')}>{t('drop.attributes')}</dt>
							<dd>
								{list(t, attributes.slice(0, attributesShown))}
								{more > 0 && ` ${t('drop.moreAttributes', { count: more })}`}
							</dd>
						</div>
					)}
					{labels.length > 0 && (
						<div style={{ display: 'contents' }}>
							<dt>{t('drop.labels')}</dt>
							<dd>
								{list(
									t,
									labels.map(({ field, rows: count }) => t('drop.labelsOf', { field, count })),
								)}
							</dd>
						</div>
					)}
				</dl>
			)}
			{labels.length > 0 && <p className={styles.small}>{t('drop.labelsHint')}</p>}
			{preview.length > 0 && <TablePreview label={t('drop.preview', { name })} rows={preview} />}
			{dialect !== 'plain' && dialect !== 'aisle' && (
				<p className={styles.small}>{t('drop.noFetch')}</p>
			)}
			{problems.length > 0 && (
				<div>
					<strong>{t('drop.badRows')}</strong>
					<ProblemList problems={problems} />
				</div>
			)}
		</section>
	);
}
