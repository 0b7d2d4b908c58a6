import { useTranslation } from 'react-i18next';
import type { ProductStatus } from '../../state/types';
import styles from './StatusBadge.module.css';
import { statusIcons } from './statusIcons';

export function StatusBadge({ status }: { status: ProductStatus }) {
	const { t } = useTranslation();
	const Icon = statusIcons[status];
	return (
		<span className={styles.badge} data-status={status}>
			<Icon size={15} aria-hidden />
			{t(`status.${status}`)}
		</span>
	);
}
