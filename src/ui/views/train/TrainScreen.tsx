import { Anchor } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoNetwork } from '../../../state/types.training';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { HeadsList } from './HeadsList';
import { NewHead } from './NewHead';
import { TrainForm } from './TrainForm';
import { TrainingNow } from './TrainingNow';
import styles from './TrainScreen.module.css';

/** Settings on one side; what is trained, and what has been, on the other. */
export function TrainScreen() {
	const { t } = useTranslation();
	const { labels, empty } = useAisle(({ labels, products }) => ({
		labels,
		empty: products.length === 0,
	}));
	const networks = useNetworks();
	const fields = useMemo(() => [...labels.keys()].sort(), [labels]);
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<h1 className={styles.title}>{t('train.title')}</h1>
			<p className={styles.lead}>{t('train.lead')}</p>
			<div className={styles.columns}>
				{fields.length === 0 ? (
					<NothingLabelled empty={empty} />
				) : networks ? (
					<TrainForm fields={fields} networks={networks} />
				) : (
					<div />
				)}
				<div className={styles.results}>
					<TrainingNow />
					<NewHead />
					<HeadsList />
				</div>
			</div>
		</main>
	);
}

function NothingLabelled({ empty }: { empty: boolean }) {
	const { t } = useTranslation();
	return (
		<section className={styles.card}>
			<h2 className={styles.heading}>
				{t(empty ? 'train.noProductsTitle' : 'train.noFieldsTitle')}
			</h2>
			<p className={styles.hint}>{t(empty ? 'train.noProducts' : 'train.noFields')}</p>
			<Anchor href={hrefOf(empty ? 'sort' : 'catalogue')}>
				{t(empty ? 'train.toSort' : 'train.toCatalogue')}
			</Anchor>
		</section>
	);
}

function useNetworks(): PhotoNetwork[] | null {
	const photoNetworks = useAisle((state) => state.photoNetworks);
	const [networks, setNetworks] = useState<PhotoNetwork[] | null>(null);
	useEffect(() => {
		void photoNetworks().then(setNetworks);
	}, [photoNetworks]);
	return networks;
}
