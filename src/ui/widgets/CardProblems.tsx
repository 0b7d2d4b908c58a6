import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { noteCodes, type Problem } from '../../domain/product';
import { problemWords } from '../errorMessages';
import styles from './CardProblems.module.css';

const notes: ReadonlySet<string> = new Set(noteCodes);

/** What went wrong with this product, or is worth knowing about it, in sentences. */
export function CardProblems({ problems }: { problems: Problem[] }) {
	const { t } = useTranslation();
	return (
		<ul className={styles.problems}>
			{problems.map((problem) => {
				const note = notes.has(problem.code);
				const Icon = note ? IconInfoCircle : IconAlertTriangle;
				const { sentence, remedy } = problemWords(t, problem);
				return (
					<li
						key={`${problem.code} ${JSON.stringify(problem.detail)}`}
						className={styles.problem}
						data-note={note}
					>
						<Icon size={16} aria-hidden />
						<span>
							{sentence} {remedy && <span className={styles.remedy}>{remedy}</span>}
						</span>
					</li>
				);
			})}
		</ul>
	);
}
