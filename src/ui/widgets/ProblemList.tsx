import { useTranslation } from 'react-i18next';
import type { Problem } from '../../domain/product';
import { problemWords } from '../errorMessages';
import styles from './ProblemList.module.css';

/** Each problem as its sentence, and what can be done about it. */
export function ProblemList({ problems }: { problems: Problem[] }) {
	const { t } = useTranslation();
	const words = problems.map((problem) => ({
		key: `${problem.code} ${JSON.stringify(problem.detail)}`,
		...problemWords(t, problem),
	}));
	return (
		<ul className={styles.list}>
			{words.map(({ key, sentence, remedy }) => (
				<li key={key}>
					{sentence} {remedy && <span className={styles.remedy}>{remedy}</span>}
				</li>
			))}
		</ul>
	);
}
