import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../../../domain/advice';
import { manyPerLabel, nearFrom } from '../../../maths/advice';
import { percent } from '../../quantities';
import { hrefOf } from '../../routes';
import { Explained } from '../../widgets/Explained';
import styles from './AdviceNote.module.css';
import { useNetworkNames } from './useNetworkNames';

const amounts = ['few', 'many'] as const;
const distances = ['near', 'far'] as const;

/** How near the labels are to what the networks know, and which of the four cases that is. */
export function AdviceReasons({ advice }: { advice: Advice }) {
	const { t } = useTranslation();
	const networkName = useNetworkNames();
	return (
		<div className={styles.reasons}>
			<h3>{t('advice.measuredTitle')}</h3>
			<p>
				{t('advice.measured', { from: percent(t, nearFrom) })}{' '}
				<Explained name={t('train.termLabel', { name: t('advice.measuredTitle') })}>
					{t('advice.term')}
				</Explained>
			</p>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{t('advice.looker')}</th>
						<th scope="col">{t('advice.agreement')}</th>
						<th scope="col">{t('advice.chance')}</th>
						<th scope="col">{t('advice.nearness')}</th>
					</tr>
				</thead>
				<tbody>
					{advice.measured.map(({ backbone, agreement, chance, nearness }) => (
						<tr key={backbone ?? 'titles'}>
							<th scope="row">{backbone === null ? t('advice.titles') : networkName(backbone)}</th>
							<td>{percent(t, agreement)}</td>
							<td>{percent(t, chance)}</td>
							<td>{percent(t, nearness)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<h3>{t('advice.casesTitle')}</h3>
			<p>{t('advice.cases', { count: manyPerLabel })}</p>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{t('advice.amount')}</th>
						{distances.map((distance) => (
							<th key={distance} scope="col">
								{t(`advice.${distance}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{amounts.map((amount) => (
						<tr key={amount}>
							<th scope="row">{t(`advice.${amount}`)}</th>
							{distances.map((distance) => {
								const kind = `${amount}-${distance}` as const;
								const isYours = kind === advice.kind;
								return (
									<td key={kind} data-yours={isYours}>
										{t(`advice.short.${kind}`)}
										{isYours && <strong>{t('advice.yours')}</strong>}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
			<p>
				{t('advice.compare')} <Anchor href={hrefOf('compare')}>{t('advice.toCompare')}</Anchor>
			</p>
		</div>
	);
}
