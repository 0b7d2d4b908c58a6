import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './StopScreen.module.css';

interface StopScreenProps {
	icon: ReactNode;
	title: string;
	children: ReactNode;
}

/** A full page for when there is nothing to work with: one icon, one sentence, one way out. */
export function StopScreen({ icon, title, children }: StopScreenProps) {
	return (
		<main className={styles.page}>
			<div className={styles.icon} aria-hidden>
				{icon}
			</div>
			<Title order={1} size="h2">
				{title}
			</Title>
			{children}
		</main>
	);
}
