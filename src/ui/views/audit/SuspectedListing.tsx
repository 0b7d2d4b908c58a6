import { Button } from '@mantine/core';
import { IconCheck, IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import type { Suspicion } from '../../../domain/suspicion';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { titleOf } from '../sort/useDeciding';
import styles from './Audit.module.css';
import { InDoubt } from './InDoubt';
import { KeyHint } from './KeyHint';
import { Neighbours } from './Neighbours';
import { suspicionWords, twoPlaces } from './suspicionWords';

interface SuspectedListingProps {
	suspicion: Suspicion;
	onNote(): void;
	onDismiss(): void;
}

/** One suspicion: the listing, what speaks against it, and the products that say so. */
export function SuspectedListing({ suspicion, onNote, onDismiss }: SuspectedListingProps) {
	const { t, i18n } = useTranslation();
	const byId = useAisle(productsById);
	const product = byId.get(suspicion.productId);
	if (!product) return null;
	return (
		<>
			<InDoubt
				product={product}
				answers={
					<div>
						<dt>{t(`suspicious.kinds.${suspicion.kind}`)}</dt>
						<dt className={styles.share}>
							{t('named', {
								name: t('suspicious.score'),
								value: twoPlaces(i18n.language, suspicion.score),
							})}
						</dt>
						<dd className={styles.sentence} dir="auto">
							{suspicionWords(t, i18n.language, suspicion)}
						</dd>
					</div>
				}
			>
				<Button leftSection={<IconFlag size={17} aria-hidden />} onClick={onNote}>
					{t('suspicious.note')}
					<KeyHint letter="A" />
				</Button>
				<Button
					variant="default"
					leftSection={<IconCheck size={17} aria-hidden />}
					onClick={onDismiss}
				>
					{t('suspicious.dismiss')}
					<KeyHint letter="K" />
				</Button>
			</InDoubt>
			<Evidence suspicion={suspicion} byId={byId} />
		</>
	);
}

interface EvidenceProps {
	suspicion: Suspicion;
	byId: ReadonlyMap<string, Product>;
}

function Evidence({ suspicion, byId }: EvidenceProps) {
	const { t } = useTranslation();
	const those = (ids: readonly string[]): Product[] => ids.flatMap((id) => byId.get(id) ?? []);
	const near = those(suspicion.near);
	switch (suspicion.kind) {
		case 'disagree':
			return (
				<>
					<Neighbours heading={t('suspicious.evidence.called')} products={near} caption={titleOf} />
					<Neighbours
						heading={t('suspicious.evidence.looks')}
						products={those(suspicion.lookAlike)}
						caption={titleOf}
					/>
				</>
			);
		case 'unlike':
			return (
				<Neighbours heading={t('suspicious.evidence.label')} products={near} caption={titleOf} />
			);
		case 'shared-photo':
		case 'odd-number':
		case 'odd-value': {
			const { kind, column } = suspicion;
			return (
				<Neighbours
					heading={t(`suspicious.evidence.${kind === 'shared-photo' ? 'shared' : 'near'}`)}
					products={near}
					caption={({ attributes }) => attributes[column]}
				/>
			);
		}
	}
}
