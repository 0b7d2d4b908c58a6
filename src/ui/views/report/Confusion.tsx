import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../domain/report';
import { confusedPairs, mostConfused, occurringLabels } from '../../../maths/answers';
import { ConfusionMatrix, otherLabels } from '../../widgets/ConfusionMatrix';
import { Figure } from '../../widgets/Figure';
import { ConfusedPairs } from './ConfusedPairs';
import styles from './Confusion.module.css';
import type { ReportAnswers } from './useAnswers';

/** More labels than these make no picture: then it begins with those that are confused most. */
const wholeMatrix = 40;
const firstShown = 25;

interface ConfusionProps {
	test: Evaluation;
	answers: ReportAnswers;
}

/** What is taken for what: the worst of it as a list, all of it as a matrix. */
export function Confusion({ test, answers }: ConfusionProps) {
	const { t } = useTranslation();
	const { labels, confusion } = test;
	const pairs = useMemo(() => confusedPairs(confusion, labels.length), [confusion, labels]);
	const occurring = useMemo(() => occurringLabels(confusion, labels.length), [confusion, labels]);
	const many = occurring.length > wholeMatrix;
	const [chosen, setChosen] = useState<readonly number[] | null>(null);
	const start = useMemo(() => {
		if (!many) return occurring;
		const confused = mostConfused(pairs, firstShown);
		return confused.length > 0 ? confused : occurring.slice(0, firstShown);
	}, [many, occurring, pairs]);
	const shown = chosen ?? start;

	function open(truth: number, predicted: number): void {
		const isShown = new Set(shown);
		const some = answers.answers.filter(
			(answer) =>
				answer.truth === truth &&
				(predicted === otherLabels
					? !isShown.has(answer.predicted)
					: answer.predicted === predicted),
		);
		const values = { truth: labels[truth] ?? '', predicted: labels[predicted] ?? '' };
		const title =
			predicted === otherLabels
				? t('report.confusion.othersTitle', values)
				: truth === predicted
					? t('report.confusion.rightTitle', values)
					: t('report.confusion.pairTitle', values);
		answers.open(title, some);
	}

	return (
		<Figure title={t('report.confusion.title')} lead={t('report.confusion.lead')}>
			<div className={styles.sides}>
				<ConfusedPairs pairs={pairs} labels={labels} onOpen={open} />
				<div className={styles.matrix}>
					{many && (
						<MultiSelect
							label={t('report.confusion.shown')}
							description={t('report.confusion.shownHint', { count: occurring.length })}
							placeholder={t('report.confusion.addLabel')}
							searchable
							limit={50}
							maxValues={wholeMatrix}
							comboboxProps={{ withinPortal: false, shadow: 'md' }}
							data={occurring.map((label) => ({
								value: String(label),
								label: labels[label] ?? '',
							}))}
							value={shown.map(String)}
							onChange={(values) => setChosen(values.map(Number).sort((a, b) => a - b))}
						/>
					)}
					{shown.length > 0 && (
						<ConfusionMatrix labels={labels} confusion={confusion} shown={shown} onOpen={open} />
					)}
				</div>
			</div>
		</Figure>
	);
}
