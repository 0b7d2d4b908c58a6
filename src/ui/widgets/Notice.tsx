import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
	icon: ReactNode;
	title: string;
	children: ReactNode;
	/** Left out where it cannot be dismissed. */
	dismiss?: { label: string; now(): void };
}

/** Something to know or decide, above the products. */
export function Notice({ icon, title, children, dismiss }: NoticeProps) {
	return (
		<section className={styles.notice} aria-label={title}>
			<span className={styles.icon}>{icon}</span>
			<div className={styles.body}>
				<strong>{title}</strong>
				{children}
			</div>
			{dismiss && <CloseButton aria-label={dismiss.label} onClick={dismiss.now} />}
		</section>
	);
}
