import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { HeadsList } from './HeadsList';
import { NewHead } from './NewHead';
import { NothingLabelled } from './NothingLabelled';
import { TrainForm } from './TrainForm';
import { TrainingNow } from './TrainingNow';
import styles from './TrainScreen.module.css';
import { TransferKinds } from './TransferKinds';
import { useNetworks } from './useNetworks';

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
			<TransferKinds />
			<div className={styles.columns}>
				{fields.length === 0 ? (
					<NothingLabelled empty={empty} noFields={t('train.noFields')} />
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
