import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Audit.module.css';

interface LeafingProps {
	at: number;
	count: number;
	onMove(to: number): void;
	/** Between the position and the way on. */
	children: ReactNode;
}

/** The way through what is to be decided, one by one. */
export function Leafing({ at, count, onMove, children }: LeafingProps) {
	const { t } = useTranslation();
	return (
		<div className={styles.moves}>
			<ActionIcon
				variant="default"
				size={36}
				aria-label={t('audit.previous')}
				disabled={at === 0}
				onClick={() => onMove(at - 1)}
			>
				<IconChevronLeft size={18} aria-hidden />
			</ActionIcon>
			<span>{t('products.details.position', { at: at + 1, count })}</span>
			{children}
			<ActionIcon
				variant="default"
				size={36}
				aria-label={t('audit.next')}
				disabled={at === count - 1}
				onClick={() => onMove(at + 1)}
			>
				<IconChevronRight size={18} aria-hidden />
			</ActionIcon>
		</div>
	);
}
