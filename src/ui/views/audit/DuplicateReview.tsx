import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroup } from '../../../maths/duplicateFigures';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { useOpenProducts } from '../products/ProductsPanel';
import screen from '../train/TrainScreen.module.css';
import { DuplicateDecision } from './DuplicateDecision';
import { Leafing } from './Leafing';
import { useLeafing } from './useLeafing';

interface DuplicateReviewProps {
	groups: readonly DuplicateGroup[];
	/** Whether those that only look the same are among them. */
	searched: boolean;
}

/** Groups of duplicates one after the other, the largest first. */
export function DuplicateReview({ groups, searched }: DuplicateReviewProps) {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	const byId = useAisle(productsById);
	const { at, move } = useLeafing(groups.length);
	const group = groups[at];
	return (
		<section className={screen.card} aria-label={t('duplicates.results')}>
			<h2 className={screen.heading}>
				{groups.length > 0
					? t('duplicates.found', { count: groups.length })
					: t(`figures.duplicates.${searched ? 'none' : 'noneSame'}`)}
			</h2>
			{group && (
				<>
					<Leafing at={at} count={groups.length} onMove={move}>
						<Anchor
							component="button"
							type="button"
							onClick={() =>
								openProducts({
									title: t('duplicates.results'),
									productIds: groups.flatMap(({ productIds }) => productIds),
								})
							}
						>
							{t('audit.all')}
						</Anchor>
					</Leafing>
					<DuplicateDecision
						key={group.productIds.join()}
						group={group}
						products={group.productIds.flatMap((id) => byId.get(id) ?? [])}
						onPrevious={() => move(at - 1)}
						onNext={() => move(at + 1)}
					/>
				</>
			)}
		</section>
	);
}
