import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { Figure } from '../../widgets/Figure';
import { titleOf } from '../sort/useDeciding';
import { AttentionOverlay } from './AttentionOverlay';
import styles from './charts.module.css';
import type { ReportAnswers } from './useAnswers';

/** What the head looked at, test product by test product, its surest mistakes first. */
export function LookCloser({ headId, answers }: { headId: string; answers: ReportAnswers }) {
	const { t } = useTranslation();
	// The network is only started for those who want to look.
	const [at, setAt] = useState<number | null>(null);
	const byId = useAisle(productsById);
	const { labels } = answers;
	const wrong = answers.answers.filter(({ right }) => !right);
	const order = [...wrong, ...answers.answers.filter(({ right }) => right)];
	const answer = order[at ?? 0];
	const product = answer && byId.get(answer.productId);
	const photo = product?.photos[0];
	return (
		<Figure title={t('report.closer.title')} lead={t('report.closer.lead')}>
			{at === null || !answer ? (
				<Button
					variant="light"
					className={styles.button}
					disabled={order.length === 0}
					leftSection={<IconEye size={18} aria-hidden />}
					onClick={() => setAt(0)}
				>
					{t('report.closer.start')}
				</Button>
			) : (
				<>
					<div className={styles.moves}>
						<Button
							variant="default"
							disabled={at === 0}
							leftSection={<IconChevronLeft size={17} aria-hidden />}
							onClick={() => setAt(at - 1)}
						>
							{t('report.closer.previous')}
						</Button>
						<span className={styles.small}>
							{t('report.closer.position', { at: at + 1, count: order.length })}
						</span>
						<Button
							variant="default"
							disabled={at === order.length - 1}
							rightSection={<IconChevronRight size={17} aria-hidden />}
							onClick={() => setAt(at + 1)}
						>
							{t('report.closer.next')}
						</Button>
					</div>
					<p className={styles.answer}>
						{t(answer.right ? 'report.closer.right' : 'report.closer.wrong', {
							product: product ? titleOf(product) : t('report.closer.gone'),
							truth: labels[answer.truth] ?? '',
							predicted: labels[answer.predicted] ?? '',
						})}
					</p>
					{product && photo ? (
						<AttentionOverlay
							key={product.id}
							headId={headId}
							productId={product.id}
							photoId={photo.photoId}
						/>
					) : (
						<p className={styles.small}>{t('report.closer.noPhoto')}</p>
					)}
				</>
			)}
		</Figure>
	);
}
