import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import type { Product } from '../../../domain/product';
import { fewProducts, labelBalance } from '../../../maths/labelBalance';
import { labelBins } from '../../../maths/labelBins';
import type { FieldLabels } from '../../../state/types.labels';
import { Explained } from '../../widgets/Explained';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './FigureBalance.module.css';

const icons = {
	'one-label': IconAlertTriangle,
	'too-few': IconAlertTriangle,
	'class-weights': IconScale,
	fine: IconCircleCheck,
};

/** Whether the labels are even enough to learn from, in one sentence. Heads learn whole labels: so are these. */
export function FigureBalance(props: {
	products: readonly Product[];
	labels: FieldLabels;
	field: FieldName;
}) {
	const { products, labels, field } = props;
	const { t } = useTranslation();
	const open = useOpenProducts();
	const { bins, balance } = useMemo(() => {
		const bins = labelBins(products, labels);
		return { bins, balance: labelBalance(bins) };
	}, [products, labels]);
	if (!balance) return null;
	const { advice, few } = balance;
	const Icon = icons[advice];

	const sentence = (): string => {
		const ends = {
			largest: balance.largest.label,
			smallest: balance.smallest.label,
			ratio: twoFigures(balance.ratio),
		};
		if (advice === 'too-few')
			return t('figures.balance.too-few', { count: few.length, few: fewProducts });
		if (advice === 'fine' && balance.ratio === 1) return t('figures.balance.fineEven');
		return t(`figures.balance.${advice}`, ends);
	};

	function openFew(): void {
		const small = new Set(few);
		open({
			title: t('figures.balance.openTitle', { few: fewProducts }),
			productIds: products.filter((_, i) => small.has(bins.binOf[i] ?? -1)).map(({ id }) => id),
			field,
		});
	}

	return (
		<div className={styles.balance} data-advice={advice}>
			<Icon size={20} stroke={1.7} aria-hidden className={styles.icon} />
			<div className={styles.body}>
				<p className={styles.sentence}>{sentence()}</p>
				{few.length > 0 && balance.labels > 1 && (
					<Button size="compact-sm" variant="default" onClick={openFew}>
						{t('figures.balance.open')}
					</Button>
				)}
				{balance.labels > 1 && (
					<p className={styles.facts}>
						{t('figures.balance.ratio', { ratio: twoFigures(balance.ratio) })}{' '}
						{t('figures.balance.effective', {
							effective: twoFigures(balance.effectiveLabels),
							count: balance.labels,
						})}{' '}
						<Explained name={t('figures.balance.effectiveName')}>
							{t('figures.balance.effectiveHint')}
						</Explained>
					</p>
				)}
			</div>
		</div>
	);
}

function twoFigures(value: number): number {
	return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
