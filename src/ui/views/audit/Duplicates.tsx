import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import { JobBar } from '../../widgets/JobBar';
import { useDuplicateGroups } from '../catalogue/useDuplicateGroups';
import { NothingLabelled } from '../train/NothingLabelled';
import screen from '../train/TrainScreen.module.css';
import styles from './Audit.module.css';
import { DuplicateReview } from './DuplicateReview';

/** Deciding what products are that show the same thing. */
export function Duplicates() {
	const { t } = useTranslation();
	const { products, job, busy, find, cancel } = useAisle((state) => ({
		products: state.products,
		job: state.jobs.get('compare'),
		busy: state.jobs.has('import') || state.jobs.has('train'),
		find: state.findDuplicates,
		cancel: state.cancel,
	}));
	const { groups, searched, stale, notCompared } = useDuplicateGroups(products);
	return (
		<>
			<p className={screen.lead}>{t('duplicates.lead')}</p>
			<div className={screen.columns}>
				{products.length === 0 ? (
					<NothingLabelled empty noFields="" />
				) : (
					<section className={screen.card} aria-label={t('duplicates.form')}>
						<p className={styles.how}>
							{t('duplicates.how')}{' '}
							<Explained name={t('figures.duplicates.job')}>
								{t('figures.duplicates.lookHint')}
							</Explained>
						</p>
						{(busy || stale || notCompared > 0) && (
							<p className={screen.hint}>
								{busy && t('figures.duplicates.importing')} {stale && t('figures.duplicates.stale')}{' '}
								{notCompared > 0 && t('figures.duplicates.notCompared', { count: notCompared })}
							</p>
						)}
						<Button
							fullWidth
							className={styles.wrapping ?? ''}
							size="lg"
							px="xs"
							fz="md"
							disabled={busy}
							loading={job !== undefined}
							leftSection={<IconCopy size={20} aria-hidden />}
							onClick={() => void find()}
						>
							{t('figures.duplicates.look')}
						</Button>
					</section>
				)}
				<div className={screen.results}>
					{job && (
						<section className={screen.card}>
							<JobBar
								job={job}
								label={t('figures.duplicates.job')}
								cancelHint={t('figures.duplicates.cancelHint')}
								onCancel={() => cancel('compare')}
							/>
						</section>
					)}
					{products.length > 0 && !job && <DuplicateReview groups={groups} searched={searched} />}
				</div>
			</div>
		</>
	);
}
