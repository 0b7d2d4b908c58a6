import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldOfTaxonomy } from '../../../domain/field';
import { correctionsSince, targetHead } from '../../../state/fieldTarget';
import { useAisle } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { Notice } from '../../widgets/Notice';
import { BeforeAndAfter } from './BeforeAndAfter';
import styles from './Retraining.module.css';

/** Teaching the head in use what was corrected since it was trained. */
export default function Retraining() {
	const { t } = useTranslation();
	const { head, job, retraining, corrections, retrain, cancel } = useAisle((state) => {
		const active = targetHead(state);
		return {
			head: active,
			job: state.jobs.get('train'),
			retraining: state.retraining,
			corrections: active ? correctionsSince(state, active) : 0,
			retrain: state.retrain,
			cancel: state.cancel,
		};
	});
	const target = useAisle((state) => fieldOfTaxonomy(state.taxonomyId));
	if (job)
		return <JobBar job={job} label={t('retrain.running')} onCancel={() => cancel('train')} />;
	if (retraining && retraining.field === target)
		// Another comparison starts with its own choices.
		return <BeforeAndAfter key={retraining.after} retraining={retraining} />;
	if (!head || corrections === 0) return null;
	return (
		<Notice
			icon={<IconSchool size={20} aria-hidden />}
			title={t('retrain.title', { count: corrections })}
		>
			<span>{t('retrain.body')}</span>
			<span className={styles.buttons}>
				<Button size="compact-sm" onClick={() => void retrain(head.field)}>
					{t('retrain.start', { count: corrections })}
				</Button>
			</span>
		</Notice>
	);
}
