import type { ReactNode } from 'react';
import styles from './CardButton.module.css';

interface CardButtonProps {
	icon: ReactNode;
	/** What it does to what, where the visible word alone would be the same on every card. */
	label: string;
	quiet?: boolean;
	tabIndex: number;
	onClick(): void;
	children: ReactNode;
}

/** A bare button: dozens of cards come into the page while one scrolls, and each has a few. */
export function CardButton({ icon, label, quiet, tabIndex, onClick, children }: CardButtonProps) {
	return (
		<button
			type="button"
			className={styles.button}
			data-quiet={quiet}
			aria-label={label}
			tabIndex={tabIndex}
			onClick={onClick}
		>
			{icon}
			{children}
		</button>
	);
}
