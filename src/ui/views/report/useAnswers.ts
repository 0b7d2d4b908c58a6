import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../domain/report';
import { type Answer, answersOf } from '../../../maths/answers';
import { percent } from '../../quantities';
import { useOpenProducts } from '../products/ProductsPanel';

/** The answers behind a report's figures. */
export interface ReportAnswers {
	labels: readonly string[];
	/** Surest first. */
	answers: readonly Answer[];
	/** Shows the products of some answers, each with what it was taken for. */
	open(title: string, some: readonly Answer[]): void;
}

export function useAnswers({ headId, test }: Report): ReportAnswers {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	return useMemo(() => {
		const { labels } = test;
		const note = ({ truth, predicted, probability, right }: Answer): string =>
			right
				? t('report.note.right', { percent: percent(t, probability) })
				: t('report.note.wrong', {
						truth: labels[truth] ?? '',
						predicted: labels[predicted] ?? '',
						percent: percent(t, probability),
					});
		return {
			labels,
			answers: answersOf(test.products),
			open(title, some) {
				openProducts({
					title,
					productIds: some.map(({ productId }) => productId),
					notes: new Map(some.map((answer) => [answer.productId, note(answer)])),
					headId,
				});
			},
		};
	}, [t, openProducts, headId, test]);
}
