import { LineChart } from '@mantine/charts';
import { Button, SegmentedControl, Slider } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Report } from '../../../domain/report';
import { coverageSteps } from '../../../maths/coverageSteps';
import { operatingPoint, shortfall } from '../../../maths/operatingPoint';
import { useNotify } from '../../notify';
import { percent, precisePercent } from '../../quantities';
import { useAisle } from '../../store';
import { Figure } from '../../widgets/Figure';
import styles from './charts.module.css';

const choices = [90, 95, 98, 99];

/** How many products may be decided without a person, for how right it has to be. */
export function Coverage({ head, report }: { head: HeadSummary; report: Report }) {
	const { t } = useTranslation();
	const [wanted, setWanted] = useState(95);
	const { test } = report;
	const point = useMemo(
		() => operatingPoint(head.heldOut, test.products, wanted / 100),
		[head.heldOut, test, wanted],
	);
	const steps = useMemo(
		() =>
			coverageSteps({ test: test.curve, heldOut: head.heldOut.curve }).map((step) => ({
				covered: step.coverage * 100,
				test: step.test === null ? null : step.test * 100,
				heldOut: step.heldOut === null ? null : step.heldOut * 100,
			})),
		[head.heldOut, test],
	);
	const whole = (share: number) => percent(t, share / 100);
	const lowest = Math.min(...steps.flatMap((step) => [step.test ?? 100, step.heldOut ?? 100]));
	const from = Math.max(0, Math.floor((lowest - 2) / 10) * 10);
	return (
		<Figure title={t('report.coverage.title')} lead={t('report.coverage.lead')}>
			<div className={styles.sides}>
				<div className={styles.words}>
					<p className={styles.term} id="wanted-accuracy">
						{t('report.coverage.wanted')}
					</p>
					<SegmentedControl
						aria-labelledby="wanted-accuracy"
						value={String(wanted)}
						onChange={(value) => setWanted(Number(value))}
						data={choices.map((choice) => ({ value: String(choice), label: whole(choice) }))}
					/>
					<Slider
						thumbLabel={t('report.coverage.slider')}
						value={wanted}
						min={60}
						max={99.5}
						step={0.5}
						size="sm"
						my={6}
						label={(value) => precisePercent(t, value / 100)}
						onChange={setWanted}
					/>
					{point.threshold === null ? (
						<Untrusted head={head} wanted={wanted / 100} />
					) : (
						<Trusted head={head} point={{ ...point, threshold: point.threshold }} />
					)}
				</div>
				<div role="img" aria-label={t('report.coverage.chart')} className={styles.chart}>
					<LineChart
						h={280}
						data={steps}
						dataKey="covered"
						series={[
							{ name: 'test', label: t('report.coverage.test'), color: 'var(--aisle-accent)' },
							{
								name: 'heldOut',
								label: t('report.coverage.heldOut'),
								color: 'var(--aisle-edge)',
								strokeDasharray: '5 4',
							},
						]}
						curveType="linear"
						withDots={false}
						withLegend
						accessibilityLayer={false}
						tooltipProps={{ isAnimationActive: false }}
						lineProps={{ isAnimationActive: false }}
						xAxisLabel={t('report.coverage.x')}
						yAxisLabel={t('report.coverage.y')}
						xAxisProps={{
							type: 'number',
							domain: [0, 100],
							ticks: [0, 25, 50, 75, 100],
							tickFormatter: whole,
						}}
						yAxisProps={{ domain: [from, 100], ticks: ticksFrom(from) }}
						valueFormatter={(value) => precisePercent(t, value / 100)}
						referenceLines={[
							{ y: wanted, color: 'var(--aisle-unsure)' },
							...(point.threshold === null
								? []
								: [{ x: point.coverage * 100, color: 'var(--aisle-unsure)' }]),
						]}
					/>
				</div>
			</div>
		</Figure>
	);
}

/** Every ten points, or every twenty where that would be many. */
function ticksFrom(from: number): number[] {
	const step = from < 50 ? 20 : 10;
	const ticks: number[] = [];
	for (let tick = 100; tick >= from; tick -= step) ticks.unshift(tick);
	return ticks;
}

interface TrustedProps {
	head: HeadSummary;
	point: { wantedAccuracy: number; threshold: number; coverage: number; accuracy: number | null };
}

function Trusted({ head, point }: TrustedProps) {
	const { t } = useTranslation();
	const notify = useNotify();
	const { current, setHeadThreshold } = useAisle((state) => ({
		current: state.headThresholds[head.id],
		setHeadThreshold: state.setHeadThreshold,
	}));
	const threshold = precisePercent(t, point.threshold);
	return (
		<>
			<p className={styles.answer}>
				{point.accuracy === null
					? t('report.coverage.decidesNone', { threshold })
					: t('report.coverage.decides', {
							threshold,
							coverage: percent(t, point.coverage),
							accuracy: precisePercent(t, point.accuracy),
						})}
			</p>
			<p className={styles.small}>
				{t('report.coverage.how', {
					count: head.heldOut.rows,
					wanted: precisePercent(t, point.wantedAccuracy),
				})}
			</p>
			{current === point.threshold ? (
				<p className={styles.using}>
					<IconCheck size={17} aria-hidden />
					{t('report.coverage.using')}
				</p>
			) : (
				<Button
					variant="light"
					className={styles.button}
					onClick={() =>
						void setHeadThreshold(head.id, point.wantedAccuracy).then(() =>
							notify({ message: t('report.coverage.usedNow', { threshold }) }),
						)
					}
				>
					{t('report.coverage.use')}
				</Button>
			)}
		</>
	);
}

/** Why no threshold will do, and what would help. */
function Untrusted({ head, wanted }: { head: HeadSummary; wanted: number }) {
	const { t } = useTranslation();
	const short = shortfall(head.heldOut, wanted);
	return (
		<>
			<p className={styles.answer}>
				{t('report.coverage.cannot', { wanted: precisePercent(t, wanted) })}
			</p>
			<p className={styles.small}>
				{short === null
					? t('report.coverage.shortNothing')
					: short.wrong === 0
						? t('report.coverage.shortRight', { ...short })
						: t('report.coverage.shortWrong', { ...short, count: short.wrong })}
			</p>
		</>
	);
}
