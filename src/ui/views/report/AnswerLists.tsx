import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sureOfIt } from '../../../maths/answers';
import { percent } from '../../quantities';
import styles from './AnswerLists.module.css';
import type { ReportAnswers } from './useAnswers';

/** What it got right and wrong, to be looked at. */
export function AnswerLists({ answers: { answers, open } }: { answers: ReportAnswers }) {
	const { t } = useTranslation();
	const wrong = answers.filter(({ right }) => !right);
	const lists = [
		{
			key: 'sure' as const,
			some: wrong.filter(({ probability }) => probability >= sureOfIt),
			hint: t('report.lists.sureHint', { percent: percent(t, sureOfIt) }),
		},
		{ key: 'wrong' as const, some: wrong, hint: t('report.lists.wrongHint') },
		{
			key: 'right' as const,
			some: answers.filter(({ right }) => right),
			hint: t('report.lists.rightHint'),
		},
	];
	return (
		<ul className={styles.lists} aria-label={t('report.lists.label')}>
			{lists.map(({ key, some, hint }) => (
				<li key={key}>
					<button
						type="button"
						className={styles.list}
						data-list={key}
						disabled={some.length === 0}
						onClick={() => open(t(`report.lists.${key}`), some)}
					>
						<span className={styles.name}>
							{t(`report.lists.${key}`)}
							<span className={styles.hint}>{hint}</span>
						</span>
						<span className={styles.count}>{t('report.lists.count', { count: some.length })}</span>
						<IconChevronRight size={18} className={styles.chevron} aria-hidden />
					</button>
				</li>
			))}
		</ul>
	);
}
