import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TrainingPlan } from '../../../domain/trainingPlan';
import { problemWords } from '../../errorMessages';
import { bytes } from '../../quantities';
import styles from './TrainForm.module.css';

interface PlanWordsProps {
	plan: TrainingPlan | null;
	field: string;
	/** A network learns along, which is measured first. */
	deep: boolean;
}

/** One sentence: what the button will do, or why it cannot. */
export function PlanWords({ plan, field, deep }: PlanWordsProps) {
	const { t, i18n } = useTranslation();
	if (!plan) return <p className={styles.plan}>{t(deep ? 'train.measuring' : 'train.planning')}</p>;
	if (plan.problem) {
		const { sentence, remedy } = problemWords(t, plan.problem);
		return (
			<p className={styles.plan}>
				<strong>{sentence}</strong> {remedy}
			</p>
		);
	}
	const { counts } = plan;
	const values = {
		field,
		learn: counts.train + counts.validation,
		test: counts.test,
		duration: duration(t, i18n.language, plan),
	};
	return (
		<p className={styles.plan}>
			{counts.test > 0 ? t('train.plan', values) : t('train.planUntested', values)}
		</p>
	);
}

function duration(
	t: TFunction,
	language: string,
	{ seconds, pictures, memory }: TrainingPlan,
): string {
	const time = timeWords(t, seconds.embed + seconds.tune + seconds.train);
	if (seconds.tune > seconds.embed)
		return t('train.planTuning', { time, memory: bytes(language, memory) });
	return pictures > 0 && seconds.embed > seconds.train
		? t('train.planLooking', { time, count: pictures })
		: t('train.planDuration', { time });
}

/** As rough as an estimate deserves. */
export function timeWords(t: TFunction, seconds: number): string {
	if (seconds < 10) return t('train.seconds', { count: Math.max(1, Math.round(seconds)) });
	if (seconds < 90) return t('train.seconds', { count: Math.round(seconds / 5) * 5 });
	return t('train.minutes', { count: Math.round(seconds / 60) });
}

/** As a clock has it: two digits tell quick ones apart. */
export function measuredTimeWords(t: TFunction, seconds: number): string {
	if (seconds >= 10) return timeWords(t, seconds);
	return t('train.seconds', { count: Number(seconds.toPrecision(2)) });
}
