import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '../../routes';
import styles from './TrainScreen.module.css';

interface NothingLabelledProps {
	/** Whether there are no products either. */
	empty: boolean;
	/** What labels would be good for. */
	noFields: string;
}

/** What stands in place of a form while there is nothing to learn from. */
export function NothingLabelled({ empty, noFields }: NothingLabelledProps) {
	const { t } = useTranslation();
	return (
		<section className={styles.card}>
			<h2 className={styles.heading}>
				{t(empty ? 'train.noProductsTitle' : 'train.noFieldsTitle')}
			</h2>
			<p className={styles.hint}>{empty ? t('train.noProducts') : noFields}</p>
			<Anchor href={hrefOf(empty ? 'sort' : 'catalogue')}>
				{t(empty ? 'train.toSort' : 'train.toCatalogue')}
			</Anchor>
		</section>
	);
}
