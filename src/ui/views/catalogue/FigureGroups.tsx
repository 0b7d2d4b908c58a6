import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import { JobBar } from '../../widgets/JobBar';
import styles from './FigureGroups.module.css';
import { GroupForm } from './GroupForm';
import { GroupList } from './GroupList';

/** Products that are alike, in groups that become labels when they are named. */
export function FigureGroups({ field }: { field: FieldName | null }) {
	const { t } = useTranslation();
	const { grouping, job, cancel } = useAisle((state) => ({
		grouping: state.grouping,
		job: state.jobs.get('group'),
		cancel: state.cancel,
	}));
	return (
		<div className={styles.place}>
			<Figure
				title={t('groups.title')}
				lead={
					<>
						{t('groups.lead')}{' '}
						<Explained name={t('groups.methodName')}>{t('groups.method')}</Explained>
					</>
				}
			>
				<GroupForm field={field} />
				{job && (
					<JobBar
						job={job}
						label={t('groups.running')}
						cancelHint={t('groups.cancelHint')}
						onCancel={() => cancel('group')}
					/>
				)}
				{grouping && !job && <GroupList grouping={grouping} field={field} />}
			</Figure>
		</div>
	);
}
