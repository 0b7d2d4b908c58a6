import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './HeaderMark.module.css';

interface HeaderMarkProps {
	icon: ReactNode;
	/** Hidden on narrow screens, where the icon stands alone; always read out. */
	label: string;
	/** What it is, where the label alone does not say. */
	name?: string;
	title: string;
	children: ReactNode;
}

/** A quiet fact in the header that explains itself when pressed. */
export function HeaderMark({ icon, label, name, title, children }: HeaderMarkProps) {
	const { t } = useTranslation();
	return (
		<Popover position="bottom-end" width={340} withArrow trapFocus returnFocus>
			<Popover.Target>
				<button
					type="button"
					className={styles.mark}
					aria-label={name ? t('named', { name, value: label }) : label}
				>
					{icon}
					<span className={styles.label}>{label}</span>
				</button>
			</Popover.Target>
			<Popover.Dropdown aria-label={title}>
				<div className={styles.body}>
					<strong className={styles.title}>{title}</strong>
					{children}
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
