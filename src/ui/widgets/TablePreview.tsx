import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '../../domain/drop';
import styles from './TablePreview.module.css';

interface TablePreviewProps {
	label: string;
	rows: PreviewRow[];
}

const cells = ['photo', 'title', 'sku', 'handle'] as const;

/** The first rows of a table as they were understood; columns without a word are left out. */
export function TablePreview({ label, rows }: TablePreviewProps) {
	const { t } = useTranslation();
	const shown = cells.filter((cell) => rows.some((row) => row[cell] !== ''));
	return (
		// Wider than a phone: it can be scrolled, with the keyboard too.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: as above
		<section className={styles.scroll} aria-label={label} tabIndex={0}>
			<Table verticalSpacing={6} fz="sm">
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t('drop.line')}</Table.Th>
						{shown.map((cell) => (
							<Table.Th key={cell}>{t(`drop.role.${cell}`)}</Table.Th>
						))}
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{rows.map((row) => (
						<Table.Tr key={row.line}>
							<Table.Td className={styles.line}>{row.line}</Table.Td>
							{shown.map((cell) => (
								<Table.Td key={cell} className={styles.cell} title={row[cell]}>
									{row[cell]}
								</Table.Td>
							))}
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</section>
	);
}
