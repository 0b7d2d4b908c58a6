import styles from './Logo.module.css';

/** The aisle between two shelves, which is also an A. */
export function Logo() {
	return (
		<span className={styles.logo}>
			<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
				<rect width="32" height="32" rx="8" className={styles.tile} />
				<path d="M13.2 7 6.5 25h4.2L15 7Z M18.8 7l6.7 18h-4.2L17 7Z" className={styles.shelf} />
				<path d="M11.5 18.2h9v2.6h-9Z" className={styles.sign} />
			</svg>
			<span className={styles.word}>Aisle</span>
		</span>
	);
}
