import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldPreview, LeftOut, LeftOutReason } from '../../../maths/fieldPreview';
import { lineRanges } from '../../../maths/lineRanges';
import { list } from '../../quantities';
import { Notice } from '../../widgets/Notice';
import styles from './LeftOutList.module.css';

/** Items that stand there before "and 12 more". */
const shownAtFirst = 8;

interface LeftOutListProps extends Pick<FieldPreview, 'leftOut' | 'contradictions'> {
	/** What a product is called, by id. */
	nameOf(productId: string): string;
}

/** Which products get no label and why, by their lines in the table; and photos that are labelled twice. */
export function LeftOutList({ leftOut, contradictions, nameOf }: LeftOutListProps) {
	const { t } = useTranslation();
	const byReason = new Map<LeftOutReason, LeftOut[]>();
	for (const item of leftOut) {
		const of = byReason.get(item.reason);
		if (of) of.push(item);
		else byReason.set(item.reason, [item]);
	}
	return (
		<>
			{leftOut.length > 0 && (
				<Notice
					icon={<IconAlertTriangle size={20} aria-hidden />}
					title={t('labels.leftOut.title', { count: leftOut.length })}
				>
					{[...byReason].map(([reason, items]) => (
						<div key={reason} className={styles.reason}>
							<span>{t(`labels.leftOut.reason.${reason}`)}</span>
							<Some
								items={items.some(({ says }) => says.length > 0) ? each(items) : places(items)}
							/>
						</div>
					))}
				</Notice>
			)}
			{contradictions.length > 0 && (
				<Notice
					icon={<IconAlertTriangle size={20} aria-hidden />}
					title={t('labels.leftOut.contradictions', { count: contradictions.length })}
				>
					<span className={styles.muted}>{t('labels.leftOut.contradictionsHint')}</span>
					<Some
						items={contradictions.map(({ productIds, labels }) =>
							t('labels.leftOut.contradiction', {
								products: list(t, productIds.map(nameOf)),
								labels: labels.join(' / '),
							}),
						)}
					/>
				</Notice>
			)}
		</>
	);

	/** One item a product, with what it says. */
	function each(items: LeftOut[]): string[] {
		return items.map((item) =>
			t('labels.leftOut.says', { what: list(t, places([item])), labels: item.says.join(' / ') }),
		);
	}

	/** All lines of a table as one item; products of no table by name. */
	function places(items: LeftOut[]): string[] {
		const lines = new Map<string, number[]>();
		const names: string[] = [];
		for (const { rows, product } of items) {
			if (rows.length === 0) names.push(product);
			for (const { table, line } of rows) {
				const of = lines.get(table);
				if (of) of.push(line);
				else lines.set(table, [line]);
			}
		}
		return [
			...[...lines].map(([table, of]) =>
				t('labels.leftOut.lines', {
					count: of.length,
					table: table.split('/').at(-1) ?? table,
					lines: list(t, lineRanges(of)),
				}),
			),
			...names,
		];
	}
}

function Some({ items }: { items: string[] }): ReactNode {
	const { t } = useTranslation();
	const [all, setAll] = useState(false);
	const shown = all ? items : items.slice(0, shownAtFirst);
	const hidden = items.length - shown.length;
	return (
		<ul className={styles.items}>
			{shown.map((item, at) => (
				<li key={at}>{item}</li>
			))}
			{hidden > 0 && (
				<li>
					<Anchor component="button" type="button" onClick={() => setAll(true)}>
						{t('labels.leftOut.more', { count: hidden })}
					</Anchor>
				</li>
			)}
		</ul>
	);
}
