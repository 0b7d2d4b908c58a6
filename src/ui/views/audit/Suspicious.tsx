import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { NothingLabelled } from '../train/NothingLabelled';
import screen from '../train/TrainScreen.module.css';
import { SuspicionReview } from './SuspicionReview';
import { SuspiciousForm } from './SuspiciousForm';

/** Finding listings that something is wrong with. */
export function Suspicious() {
	const { t } = useTranslation();
	const { suspicious, empty, job, cancel } = useAisle((state) => ({
		suspicious: state.suspicious,
		empty: state.products.length === 0,
		job: state.jobs.get('suspicious'),
		cancel: state.cancel,
	}));
	return (
		<>
			<p className={screen.lead}>{t('suspicious.lead')}</p>
			<div className={screen.columns}>
				{empty ? <NothingLabelled empty noFields="" /> : <SuspiciousForm />}
				<div className={screen.results}>
					{job && (
						<section className={screen.card}>
							<JobBar
								job={job}
								label={t('suspicious.running')}
								cancelHint={t('suspicious.cancelHint')}
								onCancel={() => cancel('suspicious')}
							/>
						</section>
					)}
					{suspicious && <SuspicionReview listings={suspicious} />}
				</div>
			</div>
		</>
	);
}
