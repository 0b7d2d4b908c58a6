import type { Product } from '../../../domain/product';
import { ProductPhoto } from '../ProductPhoto';
import styles from './Audit.module.css';

interface NeighboursProps {
	heading: string;
	products: readonly Product[];
	/** What counts of a product here. */
	caption(product: Product): string | undefined;
}

/** Products that a doubt or a suspicion rests on, small, each with what counts of it. */
export function Neighbours({ heading, products, caption }: NeighboursProps) {
	if (products.length === 0) return null;
	return (
		<>
			<h3 className={styles.near}>{heading}</h3>
			<ul className={styles.neighbours}>
				{products.map((product) => (
					<li key={product.id}>
						<span className={styles.small}>
							<ProductPhoto product={product} />
						</span>
						<span className={styles.label} dir="auto">
							{caption(product)}
						</span>
					</li>
				))}
			</ul>
		</>
	);
}
