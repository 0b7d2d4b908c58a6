import { ActionIcon, Anchor, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { usePictureUrl } from '../../usePictureUrl';
import { CardProblems } from '../../widgets/CardProblems';
import { ProductPhoto } from '../ProductPhoto';
import { AttentionOverlay } from '../report/AttentionOverlay';
import { titleOf } from '../sort/useDeciding';
import { useProductProblems } from '../useProductProblems';
import styles from './ProductDetails.module.css';

interface ProductDetailsProps {
	/** `null` keeps it closed. */
	product: Product | null;
	/** Its place among those that one came from, and how many they are. */
	at: number;
	count: number;
	note: string | undefined;
	/** The head whose answer the note is. */
	headId: string | undefined;
	onMove(at: number): void;
	onClose(): void;
}

/** Everything there is to know of one product. */
export function ProductDetails(props: ProductDetailsProps) {
	const { product, at, count, note, headId, onMove, onClose } = props;
	const { t } = useTranslation();
	const small = useMediaQuery('(max-width: 640px)');
	return (
		<Modal
			opened={product !== null}
			onClose={onClose}
			size={780}
			zIndex={300}
			fullScreen={small ?? false}
			title={product && titleOf(product)}
			closeButtonProps={{ 'aria-label': t('close') }}
			transitionProps={{ duration: 0 }}
		>
			{product && (
				<>
					<Details key={product.id} product={product} note={note} headId={headId} />
					<div className={styles.moves}>
						<ActionIcon
							variant="default"
							size={36}
							aria-label={t('products.details.previous')}
							disabled={at === 0}
							onClick={() => onMove(at - 1)}
						>
							<IconChevronLeft size={18} aria-hidden />
						</ActionIcon>
						<span className={styles.position}>
							{t('products.details.position', { at: at + 1, count })}
						</span>
						<ActionIcon
							variant="default"
							size={36}
							aria-label={t('products.details.next')}
							disabled={at === count - 1}
							onClick={() => onMove(at + 1)}
						>
							<IconChevronRight size={18} aria-hidden />
						</ActionIcon>
					</div>
				</>
			)}
		</Modal>
	);
}

function Details({
	product,
	note,
	headId,
}: {
	product: Product;
	note: string | undefined;
	headId: string | undefined;
}) {
	const { t } = useTranslation();
	const labels = useAisle((state) => state.labels);
	const problems = useProductProblems(product);
	const own = [...labels].flatMap(([field, of]) => {
		const label = of.get(product.id);
		return label ? [{ field, label }] : [];
	});
	const attributes = Object.entries(product.attributes);
	const readable = useAisle((state) =>
		product.photos.find(({ photoId }) => !state.photos.get(photoId)?.problem),
	);
	return (
		<div className={styles.details}>
			<div className={styles.photos}>
				{product.photos.length === 0 && (
					<div className={styles.photo}>
						<ProductPhoto product={product} />
					</div>
				)}
				{product.photos.map(({ photoId, path }) => (
					<figure key={`${photoId} ${path}`} className={styles.figure}>
						<Photo photoId={photoId} product={product} />
						<figcaption className={styles.path}>{path}</figcaption>
					</figure>
				))}
				{headId !== undefined && readable && (
					<AttentionOverlay headId={headId} productId={product.id} photoId={readable.photoId} />
				)}
			</div>
			<div className={styles.facts}>
				<Anchor href={hrefOf('similar', product.id)}>{t('similar.find')}</Anchor>
				{note !== undefined && (
					<section>
						<h3 className={styles.heading}>{t('products.details.note')}</h3>
						<p className={styles.text}>{note}</p>
					</section>
				)}
				<section>
					<h3 className={styles.heading}>{t('products.details.labels')}</h3>
					{own.length === 0 && <p className={styles.text}>{t('products.details.noLabels')}</p>}
					<dl className={styles.pairs}>
						{own.map(({ field, label: { label, by } }) => (
							<div key={field}>
								<dt>{field}</dt>
								<dd dir="auto">
									{label} <span className={styles.by}>{t(`products.details.by.${by}`)}</span>
								</dd>
							</div>
						))}
					</dl>
				</section>
				{product.description !== '' && (
					<section>
						<h3 className={styles.heading}>{t('products.details.description')}</h3>
						<p className={styles.text} dir="auto">
							{product.description}
						</p>
					</section>
				)}
				{attributes.length > 0 && (
					<section>
						<h3 className={styles.heading}>{t('products.details.attributes')}</h3>
						{product.rows?.map(({ table, line }) => (
							<p key={`${table} ${line}`} className={styles.text}>
								{t('products.details.row', { table: table.split('/').at(-1) ?? table, line })}
							</p>
						))}
						<dl className={styles.pairs}>
							{attributes.map(([name, value]) => (
								<div key={name}>
									<dt>{name}</dt>
									<dd dir="auto">{value}</dd>
								</div>
							))}
						</dl>
					</section>
				)}
				{problems.length > 0 && (
					<section>
						<h3 className={styles.heading}>{t('products.details.problems')}</h3>
						<CardProblems problems={problems} />
					</section>
				)}
			</div>
		</div>
	);
}

/** The photo as it came; its small preview while that is fetched, or when it cannot be shown. */
function Photo({ photoId, product }: { photoId: string; product: Product }) {
	const { load, broken } = useAisle((state) => ({
		load: state.photoUrl,
		broken: Boolean(state.photos.get(photoId)?.problem),
	}));
	const url = usePictureUrl(broken ? null : photoId, load);
	return (
		<div className={styles.photo}>
			{url ? (
				// The title above it says what it shows.
				<img src={url} alt="" className={styles.image} />
			) : (
				<ProductPhoto product={product} />
			)}
		</div>
	);
}
