import { type ReactNode, useId } from 'react';
import styles from './Figure.module.css';

interface FigureProps {
	title: string;
	/** A sentence that says what is to be seen. */
	lead?: ReactNode;
	/** Beside the title: what can be chosen about it. */
	controls?: ReactNode;
	children: ReactNode;
}

/** One thing to see, with a heading. */
export function Figure({ title, lead, controls, children }: FigureProps) {
	const heading = useId();
	return (
		<section className={styles.figure} aria-labelledby={heading}>
			<div className={styles.head}>
				<h2 id={heading} className={styles.title}>
					{title}
				</h2>
				{controls}
			</div>
			{lead && <p className={styles.lead}>{lead}</p>}
			{children}
		</section>
	);
}
