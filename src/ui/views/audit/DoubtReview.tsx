import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Audit, DoubtedLabel } from '../../../domain/audit';
import { useAnnounce } from '../../announcer';
import { percent } from '../../quantities';
import { useAisle } from '../../store';
import { useOpenProducts } from '../products/ProductsPanel';
import { useLabelling } from '../products/useLabelling';
import screen from '../train/TrainScreen.module.css';
import { Doubt } from './Doubt';
import { Leafing } from './Leafing';
import { useAuditKeys } from './useAuditKeys';
import { useLeafing } from './useLeafing';

interface DoubtReviewProps {
	audit: Audit;
	/** Those that nobody has decided on. */
	doubts: DoubtedLabel[];
}

/** The doubted labels one after the other, the least believable first. */
export function DoubtReview({ audit, doubts }: DoubtReviewProps) {
	const { t } = useTranslation();
	const announce = useAnnounce();
	const labelling = useLabelling();
	const openProducts = useOpenProducts();
	const { labelProducts, confirmLabel } = useAisle((state) => ({
		labelProducts: state.labelProducts,
		confirmLabel: state.confirmLabel,
	}));
	const { at, move } = useLeafing(doubts.length);
	const doubt = doubts[at];
	const { field } = audit;

	function accept(): void {
		if (!doubt) return;
		const { productId, proposed } = doubt;
		void labelling(
			labelProducts(field, [productId], proposed),
			t('products.labelled', { count: 1, label: proposed }),
		);
	}
	function keep(): void {
		if (!doubt) return;
		void confirmLabel(field, doubt).then(() => announce(t('audit.kept', { label: doubt.given })));
	}
	useAuditKeys({ accept, keep, previous: () => move(at - 1), next: () => move(at + 1) });

	const notes = new Map(
		doubts.map(({ productId, given, proposed, proposedProbability }) => [
			productId,
			t('audit.note', { given, proposed, percent: percent(t, proposedProbability) }),
		]),
	);
	return (
		<section className={screen.card} aria-label={t('audit.results')}>
			<h2 className={screen.heading}>
				{t('audit.found', { count: audit.doubted.length, looked: audit.looked })}
			</h2>
			<p className={screen.hint}>
				{audit.without > 0 && `${t('audit.without', { count: audit.without })} `}
				{t('audit.never', { seed: String(audit.seed) })}
			</p>
			{doubt ? (
				<>
					<Leafing at={at} count={doubts.length} onMove={move}>
						<Anchor
							component="button"
							type="button"
							onClick={() =>
								openProducts({
									title: t('audit.results'),
									productIds: [...notes.keys()],
									field,
									notes,
								})
							}
						>
							{t('audit.all')}
						</Anchor>
					</Leafing>
					<Doubt
						key={doubt.productId}
						field={field}
						modality={audit.modality}
						doubt={doubt}
						onAccept={accept}
						onKeep={keep}
					/>
				</>
			) : (
				audit.doubted.length > 0 && <p>{t('audit.allDone')}</p>
			)}
		</section>
	);
}
