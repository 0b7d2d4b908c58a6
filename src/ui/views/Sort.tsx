import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../store';
import styles from './Sort.module.css';
import { BackupReminder } from './sort/BackupReminder';
import { FirstVisit } from './sort/FirstVisit';
import { ImportProblems } from './sort/ImportProblems';
import { JobProgress } from './sort/JobProgress';
import { TargetNotice } from './sort/TargetNotice';
import { Unfinished } from './sort/Unfinished';

/** The first visit needs none of these. */
const Retraining = lazy(() => import('./sort/Retraining'));
const Review = lazy(() => import('./sort/Review'));
const Toolbar = lazy(() => import('./sort/Toolbar'));

/** The seller's screen: bring products in, look over what the networks suggest, take it away. */
export function Sort() {
	const { t } = useTranslation();
	const empty = useAisle(({ products }) => products.length === 0);
	const importing = useAisle(({ jobs }) => jobs.has('import'));
	// The other screen is made in slices, not in the click that asks for it.
	const visit = useDeferredValue(empty && !importing);
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			{!visit && (
				<VisuallyHidden>
					<h1>{t('nav.sort')}</h1>
				</VisuallyHidden>
			)}
			<Suspense>{!visit && <Toolbar />}</Suspense>
			<div className={styles.notices}>
				<Unfinished />
				<JobProgress />
				<TargetNotice />
				<Suspense>{!visit && <Retraining />}</Suspense>
				<ImportProblems />
				<BackupReminder />
			</div>
			<Suspense>{visit ? <FirstVisit /> : <Review />}</Suspense>
		</main>
	);
}
