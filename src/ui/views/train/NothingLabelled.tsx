import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '../../routes';
import styles from './TrainScreen.module.css';

/** What stands in place of a form while there is nothing to learn. */
export function NothingLabelled({ empty }: { empty: boolean }) {
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
