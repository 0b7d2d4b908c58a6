import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus, IconZoomIn } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import type { Searchable, SimilarHit } from '../../../domain/similar';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { ProductPhoto } from '../ProductPhoto';
import { ProductDetails } from '../products/ProductDetails';
import { titleOf } from '../sort/useDeciding';
import screen from '../train/TrainScreen.module.css';
import styles from './SimilarGrid.module.css';

interface SimilarGridProps {
	hits: readonly SimilarHit[];
	/** Of how much there is something to compare; `null` before anything was compared. */
	searchable: Searchable | null;
	/** Ids of the products that are asked about. */
	like: string[];
	onLike(productId: string): void;
	/** Together with what is asked about already. */
	onAlso(productId: string): void;
}

/** Products as pictures, each with how near it is, and the way on from it. */
export function SimilarGrid({ hits, searchable, like, onLike, onAlso }: SimilarGridProps) {
	const { t } = useTranslation();
	const byId = useAisle(productsById);
	const [looking, setLooking] = useState<number | null>(null);
	const shown = hits.flatMap((hit) => {
		const product = byId.get(hit.productId);
		return product ? [{ hit, product }] : [];
	});
	if (shown.length === 0)
		return (
			<p className={screen.hint}>
				{t(
					searchable && searchable.photos + searchable.titles === 0
						? 'similar.nothingLookedAt'
						: 'similar.none',
				)}
			</p>
		);
	return (
		<>
			<ul className={styles.grid}>
				{shown.map(({ hit, product }, at) => (
					<Result
						key={product.id}
						hit={hit}
						product={product}
						isAsked={like.includes(product.id)}
						together={like.length > 0}
						onLike={onLike}
						onAlso={onAlso}
						onLook={() => setLooking(at)}
					/>
				))}
			</ul>
			<ProductDetails
				product={looking === null ? null : (shown[looking]?.product ?? null)}
				at={looking ?? 0}
				count={shown.length}
				note={undefined}
				headId={undefined}
				onMove={setLooking}
				onClose={() => setLooking(null)}
			/>
		</>
	);
}

interface ResultProps {
	hit: SimilarHit;
	product: Product;
	isAsked: boolean;
	together: boolean;
	onLike(productId: string): void;
	onAlso(productId: string): void;
	onLook(): void;
}

function Result({ hit, product, isAsked, together, onLike, onAlso, onLook }: ResultProps) {
	const { t, i18n } = useTranslation();
	const title = titleOf(product);
	const figures = new Intl.NumberFormat(i18n.language, {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
	});
	const scores = (['photo', 'title', 'together', 'attributes'] as const).flatMap((part) => {
		const value = hit[part];
		return value === null ? [] : [t(`similar.scores.${part}`, { value: figures.format(value) })];
	});
	return (
		<li className={styles.result}>
			<button
				type="button"
				className={styles.like}
				aria-label={t('similar.moreLike', { name: title, scores: scores.join(', ') })}
				onClick={() => onLike(product.id)}
			>
				<span className={styles.photo}>
					<ProductPhoto product={product} />
				</span>
				<span className={styles.title} title={title} dir="auto">
					{title}
				</span>
				<span className={styles.scores}>{scores.join(' · ')}</span>
			</button>
			<span className={styles.buttons}>
				{together && !isAsked && (
					<Tooltip label={t('similar.also')}>
						<ActionIcon
							variant="default"
							aria-label={t('similar.alsoOf', { name: title })}
							onClick={() => onAlso(product.id)}
						>
							<IconPlus size={17} aria-hidden />
						</ActionIcon>
					</Tooltip>
				)}
				<ActionIcon
					variant="default"
					aria-label={t('products.look', { product: title })}
					onClick={onLook}
				>
					<IconZoomIn size={17} aria-hidden />
				</ActionIcon>
			</span>
		</li>
	);
}
