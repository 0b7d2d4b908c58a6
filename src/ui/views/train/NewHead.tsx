import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent } from '../../quantities';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { headName } from './headWords';
import screen from './TrainScreen.module.css';
import { UseInSort } from './UseInSort';

/** What the last training came to. */
export function NewHead() {
	const { t } = useTranslation();
	const { head, report, running } = useAisle(({ heads, reports, lastTrainedId, training }) => ({
		head: heads.find(({ id }) => id === lastTrainedId),
		report: lastTrainedId === null ? undefined : reports.get(lastTrainedId),
		running: training !== null,
	}));
	if (!head || running) return null;
	return (
		<section className={screen.card}>
			<h2 className={screen.heading}>{t('train.newHead', { name: headName(t, head) })}</h2>
			{report ? (
				<>
					<p className={screen.headline}>
						{t('train.headline', {
							accuracy: percent(t, report.test.accuracy.value),
							count: report.test.count,
							low: percent(t, report.test.accuracy.low),
							high: percent(t, report.test.accuracy.high),
						})}
					</p>
					<p className={screen.hint}>
						{t('train.headlineBaseline', {
							label: report.test.baseline.label,
							baseline: percent(t, report.test.baseline.accuracy),
							macroF1: percent(t, report.test.macroF1),
						})}
					</p>
				</>
			) : (
				<p className={screen.headline}>{t('train.notTested')}</p>
			)}
			<Group>
				{report && (
					<Button component="a" href={hrefOf('train', head.id)} variant="light">
						{t('train.openReport')}
					</Button>
				)}
				<UseInSort head={head} />
			</Group>
		</section>
	);
}
