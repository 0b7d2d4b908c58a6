import { Button } from '@mantine/core';
import { IconFolder, IconGavel, IconPencil, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldPreview } from '../../../maths/fieldPreview';
import type { SourceOffer } from '../../../maths/fieldSources';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { useOpenProducts } from '../products/ProductsPanel';
import { useLabelling } from '../products/useLabelling';
import type { AddFieldStart } from './AddFieldDialog';
import styles from './FieldOffers.module.css';
import { fieldNameFor, offerName, sourceKey } from './fieldWords';
import { useFieldOffers } from './useFieldOffers';

/** As many as can be taken in at a glance; the rest is in the dialog. */
const mostOffers = 4;

const icons = { column: IconTable, folder: IconFolder, decisions: IconGavel };

/** What stands there while products have no field yet: what one is, and the best sources as buttons. */
export function FieldOffers({ onAdd }: { onAdd(start: AddFieldStart): void }) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	const openProducts = useOpenProducts();
	const addField = useAisle((state) => state.addField);
	const { offers, products, decided, categories } = useFieldOffers();
	const best = offers.filter(({ likely }) => likely).slice(0, mostOffers);

	async function take(offer: SourceOffer): Promise<void> {
		const { labels, leftOut, contradictions } = fieldPreview(
			products,
			offer.source,
			decided,
			categories,
		);
		// What is left out, and what contradicts itself, is seen before it is done.
		if (leftOut.length > 0 || contradictions.length > 0) {
			onAdd({ source: offer.source, field: null });
			return;
		}
		const field = fieldNameFor(t, offer);
		const done = t('labels.add.done', { count: labels.size, field });
		await labelling(addField(field, offer.source, 'fill'), done);
		window.location.hash = hrefOf('catalogue', field);
	}

	return (
		<section className={styles.offers} aria-labelledby="offers">
			<h2 id="offers" className={styles.title}>
				{t('labels.none.title')}
			</h2>
			<p className={styles.lead}>{t('labels.none.lead')}</p>
			<p className={styles.found}>
				{t(best.length > 0 ? 'labels.none.found' : 'labels.none.nothing')}
			</p>
			<ul className={styles.list}>
				{best.map((offer) => {
					const Icon = icons[offer.source.kind];
					return (
						<li key={sourceKey(offer.source)}>
							<button type="button" className={styles.offer} onClick={() => void take(offer)}>
								<Icon size={22} stroke={1.5} aria-hidden className={styles.icon} />
								<span className={styles.words}>
									<strong>{offerName(t, offer.source)}</strong>
									<span className={styles.sum}>
										{t('labels.offer.labels', { count: offer.labels })}{' '}
										{t('labels.offer.products', { count: offer.products })}
									</span>
									<span className={styles.examples}>{offer.examples.join(' · ')}</span>
								</span>
							</button>
						</li>
					);
				})}
			</ul>
			<div className={styles.buttons}>
				{offers.length > 0 && (
					<Button variant="default" onClick={() => onAdd({ source: null, field: null })}>
						{t('labels.none.other')}
					</Button>
				)}
				<Button
					variant="default"
					leftSection={<IconPencil size={17} aria-hidden />}
					onClick={() =>
						openProducts({
							title: t('labels.none.byHand'),
							productIds: products.map(({ id }) => id),
						})
					}
				>
					{t('labels.none.byHand')}
				</Button>
			</div>
		</section>
	);
}
