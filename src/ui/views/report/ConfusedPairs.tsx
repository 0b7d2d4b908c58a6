import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfusedPair } from '../../../maths/answers';
import styles from './Confusion.module.css';

interface ConfusedPairsProps {
	/** Most often first. */
	pairs: readonly ConfusedPair[];
	labels: readonly string[];
	onOpen(truth: number, predicted: number): void;
}

const first = 12;
/** A list of hundreds of single mistakes tells nobody anything: the lists of wrong answers hold them all. */
const most = 100;

export function ConfusedPairs({ pairs, labels, onOpen }: ConfusedPairsProps) {
	const { t, i18n } = useTranslation();
	const [all, setAll] = useState(false);
	if (pairs.length === 0) return <p className={styles.none}>{t('report.confusion.none')}</p>;
	const some = pairs.slice(0, all ? most : first);
	const hidden = Math.min(most, pairs.length) - first;
	return (
		<div>
			<h3 className={styles.subtitle}>{t('report.confusion.pairs')}</h3>
			<ul className={styles.pairs}>
				{some.map(({ truth, predicted, count }) => (
					<li key={`${truth} ${predicted}`}>
						<button type="button" className={styles.pair} onClick={() => onOpen(truth, predicted)}>
							{t('report.confusion.pair', {
								truth: labels[truth] ?? '',
								predicted: labels[predicted] ?? '',
							})}
							<span className={styles.count}>{count.toLocaleString(i18n.language)}</span>
						</button>
					</li>
				))}
			</ul>
			{hidden > 0 && (
				<Anchor component="button" type="button" size="sm" px={8} onClick={() => setAll(!all)}>
					{all
						? t('report.confusion.fewerPairs')
						: t('report.confusion.morePairs', { count: hidden })}
				</Anchor>
			)}
		</div>
	);
}
