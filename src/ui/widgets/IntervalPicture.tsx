import type { CSSProperties } from 'react';
import type { Proportion } from '../../domain/report';
import styles from './IntervalPicture.module.css';

interface IntervalPictureProps {
	proportion: Proportion;
	/** A share to compare with, 0–1. */
	baseline: number;
	/** What the picture says, for those who do not see it. */
	label: string;
	/** Writes a share on the scale. */
	format(share: number): string;
}

const ticks = [0, 0.25, 0.5, 0.75, 1];

/** A share as a dot on a scale from nothing to all, its interval as a bar, and what it has to beat as a mark. */
export function IntervalPicture({ proportion, baseline, label, format }: IntervalPictureProps) {
	const at = (share: number): CSSProperties => ({ left: `${share * 100}%` });
	const { value, low, high } = proportion;
	return (
		<div role="img" aria-label={label} className={styles.picture}>
			<div className={styles.scale}>
				<span className={styles.beaten} style={{ width: `${baseline * 100}%` }} />
				<span className={styles.baseline} style={at(baseline)} />
				<span className={styles.whisker} style={{ ...at(low), width: `${(high - low) * 100}%` }} />
				<span className={styles.dot} style={at(value)} />
			</div>
			<div className={styles.ticks}>
				{ticks.map((tick) => (
					<span key={tick} className={styles.tick} style={at(tick)}>
						{format(tick)}
					</span>
				))}
			</div>
		</div>
	);
}
