import { categoryNames, type Taxonomy } from '../../domain/taxonomy';
import styles from './CategoryName.module.css';

/** The category itself in full; what stands above it muted below, and cut first when room is short. */
export function CategoryName({ taxonomy, category }: { taxonomy: Taxonomy; category: number }) {
	const names = categoryNames(taxonomy, category);
	const leaf = names.at(-1);
	const ancestors = names.slice(0, -1);
	return (
		<span className={styles.name}>
			<span className={styles.leaf}>{leaf}</span>
			{ancestors.length > 0 && <span className={styles.ancestors}>{ancestors.join(' › ')}</span>}
		</span>
	);
}
