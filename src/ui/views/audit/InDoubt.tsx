import type { ReactNode } from 'react';
import type { Product } from '../../../domain/product';
import { ProductPhoto } from '../ProductPhoto';
import { titleOf } from '../sort/useDeciding';
import styles from './Audit.module.css';

interface InDoubtProps {
	product: Product;
	/** What speaks against it: groups of `dt` and `dd`. */
	answers: ReactNode;
	/** What can be decided. */
	children: ReactNode;
}

/** A product that is to be decided on: its photo, what is in doubt about it, and the buttons. */
export function InDoubt({ product, answers, children }: InDoubtProps) {
	return (
		<div className={styles.doubt}>
			<div className={styles.photo}>
				<ProductPhoto product={product} />
			</div>
			<div>
				<h3 className={styles.product} dir="auto">
					{titleOf(product)}
				</h3>
				<dl className={styles.answers}>{answers}</dl>
				<div className={styles.buttons}>{children}</div>
			</div>
		</div>
	);
}
