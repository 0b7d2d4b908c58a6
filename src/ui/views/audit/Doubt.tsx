import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoubtedLabel } from '../../../domain/audit';
import type { FieldName } from '../../../domain/field';
import type { Modality } from '../../../domain/head';
import type { SimilarRequest } from '../../../domain/similar';
import { productsById } from '../../../state/selectors';
import { percent } from '../../quantities';
import { useAisle } from '../../store';
import { useSimilar } from '../similar/useSimilar';
import styles from './Audit.module.css';
import { InDoubt } from './InDoubt';
import { KeyHint } from './KeyHint';
import { Neighbours } from './Neighbours';

interface DoubtProps {
	field: FieldName;
	modality: Modality;
	doubt: DoubtedLabel;
	onAccept(): void;
	onKeep(): void;
}

/** One doubted label: the product, both answers, and the products most like it with the labels they have. */
export function Doubt({ field, modality, doubt, onAccept, onKeep }: DoubtProps) {
	const { t } = useTranslation();
	const product = useAisle((state) => productsById(state).get(doubt.productId));
	if (!product) return null;
	const { given, proposed } = doubt;
	return (
		<>
			<InDoubt
				product={product}
				answers={
					<>
						<div>
							<dt>{t('audit.probably')}</dt>
							<dt className={styles.share}>{percent(t, doubt.proposedProbability)}</dt>
							<dd dir="auto">{proposed}</dd>
						</div>
						<div>
							<dt>{t('audit.labelled')}</dt>
							<dt className={styles.share}>{percent(t, doubt.givenProbability)}</dt>
							<dd dir="auto">{given}</dd>
						</div>
					</>
				}
			>
				<Button leftSection={<IconCheck size={17} aria-hidden />} onClick={onAccept}>
					{t('audit.accept', { label: proposed })}
					<KeyHint letter="A" />
				</Button>
				<Button variant="default" leftSection={<IconX size={17} aria-hidden />} onClick={onKeep}>
					{t('audit.keep', { label: given })}
					<KeyHint letter="K" />
				</Button>
			</InDoubt>
			<MostLike field={field} modality={modality} productId={product.id} />
		</>
	);
}

const neighbours = 6;

interface MostLikeProps {
	field: FieldName;
	modality: Modality;
	productId: string;
}

/** What the doubt rests on: what the nearest products are labelled. */
function MostLike({ field, modality, productId }: MostLikeProps) {
	const { t } = useTranslation();
	const { labels, byId } = useAisle((state) => ({
		labels: state.labels.get(field),
		byId: productsById(state),
	}));
	const request = useMemo<SimilarRequest>(
		() => ({
			productIds: [productId],
			photo: null,
			words: '',
			settings: {
				measure: 'cosine',
				photoWeight: modality === 'both' ? 0.5 : modality === 'photo' ? 1 : 0,
				diversity: 0,
				together: 0,
				count: neighbours,
			},
			among: { field, label: null },
		}),
		[productId, modality, field],
	);
	const { found } = useSimilar(request);
	const near = found?.hits.flatMap((hit) => {
		const product = byId.get(hit.productId);
		return product ? [product] : [];
	});
	return (
		<Neighbours
			heading={t('audit.neighbours')}
			products={near ?? []}
			caption={({ id }) => labels?.get(id)?.label}
		/>
	);
}
