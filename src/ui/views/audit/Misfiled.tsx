import { useTranslation } from 'react-i18next';
import { openDoubts } from '../../../state/auditActions';
import { useAisle } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { NothingLabelled } from '../train/NothingLabelled';
import screen from '../train/TrainScreen.module.css';
import { AuditForm } from './AuditForm';
import { DoubtReview } from './DoubtReview';

/** Finding products that are filed under the wrong label. */
export function Misfiled() {
	const { t } = useTranslation();
	const state = useAisle(({ audit, labels, products, jobs, confirmedLabels, cancel }) => ({
		audit,
		labels,
		confirmedLabels,
		empty: products.length === 0,
		job: jobs.get('audit'),
		cancel,
	}));
	const { audit, labels, empty, job, cancel } = state;
	return (
		<>
			<p className={screen.lead}>{t('audit.lead')}</p>
			<div className={screen.columns}>
				{labels.size === 0 ? (
					<NothingLabelled empty={empty} noFields={t('audit.noFields')} />
				) : (
					<AuditForm />
				)}
				<div className={screen.results}>
					{job && (
						<section className={screen.card}>
							<JobBar
								job={job}
								label={t('audit.running')}
								cancelHint={t('audit.cancelHint')}
								onCancel={() => cancel('audit')}
							/>
						</section>
					)}
					{audit && <DoubtReview audit={audit} doubts={openDoubts(audit, state)} />}
				</div>
			</div>
		</>
	);
}
