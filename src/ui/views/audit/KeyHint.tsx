import { useAisle } from '../../store';
import styles from './Audit.module.css';

/** The key that does the same as the button it stands on; not there where single keys are switched off. */
export function KeyHint({ letter }: { letter: string }) {
	const letters = useAisle((state) => state.shortcuts);
	return (
		letters && (
			<kbd className={styles.key} aria-hidden>
				{letter}
			</kbd>
		)
	);
}
