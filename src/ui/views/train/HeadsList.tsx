import { Anchor, Badge, Checkbox, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Report } from '../../../domain/report';
import { bytes, list, percent } from '../../quantities';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { BringIn } from './BringIn';
import { HeadComparison } from './HeadComparison';
import { HeadMenu } from './HeadMenu';
import styles from './HeadsList.module.css';
import { headName, headSettings, heldOutWords, intervalWords } from './headWords';
import { timeWords } from './PlanWords';
import screen from './TrainScreen.module.css';
import { useNetworkNames } from './useNetworkNames';

/** Every head there is, newest first, also those of fields that are gone. */
export function HeadsList() {
	const { t } = useTranslation();
	const { heads, reports } = useAisle(({ heads, reports }) => ({ heads, reports }));
	const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
	const compared = heads.filter(({ id }) => ticked.has(id));

	function tick(id: string, on: boolean): void {
		const next = new Set(ticked);
		if (on) next.add(id);
		else next.delete(id);
		setTicked(next);
	}

	if (heads.length === 0)
		return (
			<section className={screen.card}>
				<h2 className={screen.heading}>{t('train.heads')}</h2>
				<p className={screen.hint}>{t('train.noHeads')}</p>
				<BringIn />
			</section>
		);
	return (
		<>
			<section className={screen.card}>
				<h2 className={screen.heading}>{t('train.heads')}</h2>
				<p className={screen.hint}>{t('train.optimism')}</p>
				<HeadsTable heads={heads} reports={reports} ticked={ticked} onTick={tick} />
				{heads.length > 1 && compared.length < 2 && (
					<p className={screen.hint}>{t('train.compareHint')}</p>
				)}
				<BringIn />
			</section>
			{compared.length > 1 && <HeadComparison heads={compared} reports={reports} />}
		</>
	);
}

interface HeadsTableProps {
	heads: readonly HeadSummary[];
	reports: ReadonlyMap<string, Report>;
	ticked: ReadonlySet<string>;
	onTick(id: string, on: boolean): void;
}

function HeadsTable({ heads, reports, ticked, onTick }: HeadsTableProps) {
	const { t } = useTranslation();
	return (
		<table className={styles.table}>
			<thead>
				<tr>
					{heads.length > 1 && <th scope="col">{t('train.columns.select')}</th>}
					<th scope="col">{t('train.columns.head')}</th>
					<HintedColumn name={t('train.columns.heldOut')} hint={t('train.heldOutHint')} />
					<HintedColumn name={t('train.columns.test')} hint={t('train.testHint')} />
					<th scope="col">{t('train.columns.products')}</th>
					<th scope="col">{t('train.columns.trained')}</th>
					<th scope="col">{t('train.columns.actions')}</th>
				</tr>
			</thead>
			<tbody>
				{heads.map((head) => (
					<tr key={head.id}>
						{heads.length > 1 && (
							<td data-tick>
								<Checkbox
									aria-label={t('train.compareOf', { name: headName(t, head) })}
									checked={ticked.has(head.id)}
									onChange={({ currentTarget }) => onTick(head.id, currentTarget.checked)}
								/>
							</td>
						)}
						<HeadCells head={head} report={reports.get(head.id)} />
					</tr>
				))}
			</tbody>
		</table>
	);
}

function HintedColumn({ name, hint }: { name: string; hint: string }) {
	return (
		<th scope="col">
			<Tooltip label={hint} events={{ hover: true, focus: true, touch: true }}>
				<button type="button" className={styles.hinted}>
					{name}
				</button>
			</Tooltip>
		</th>
	);
}

function HeadCells({ head, report }: { head: HeadSummary; report: Report | undefined }) {
	const { t, i18n } = useTranslation();
	const networkName = useNetworkNames();
	const active = useAisle(({ activeHeads }) => activeHeads[head.field] === head.id);
	const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
	const name = (
		<>
			{head.name}{' '}
			<span className={styles.quiet}>{t('train.version', { version: head.version })}</span>
		</>
	);
	return (
		<>
			<th scope="row">
				{report ? <Anchor href={hrefOf('train', head.id)}>{name}</Anchor> : name}{' '}
				{active && <Badge variant="light">{t('train.inUse')}</Badge>}
				{head.imported && (
					<Tooltip
						label={t(`headFiles.importedHint.${head.imported.format}`)}
						events={{ hover: true, focus: true, touch: true }}
						multiline
						maw={300}
					>
						<button type="button" className={styles.hinted}>
							{t('headFiles.imported')}
						</button>
					</Tooltip>
				)}
				<span className={styles.settings}>{headSettings(t, head)}</span>
				<span className={styles.settings}>
					{list(t, head.specification.backbones.map(networkName))}
				</span>
			</th>
			<td data-label={t('train.columns.heldOut')}>{heldOutWords(t, head)}</td>
			<td data-label={t('train.columns.test')}>
				{report ? percent(t, report.test.accuracy.value) : t('train.none')}
				{report && <span className={styles.quiet}> {intervalWords(t, report.test.accuracy)}</span>}
			</td>
			<td data-label={t('train.columns.products')}>
				{head.products.toLocaleString(i18n.language)}
			</td>
			<td data-label={t('train.columns.trained')}>
				{at.format(head.createdAt)}
				<span className={styles.settings}>
					{timeWords(t, head.seconds)}, {bytes(i18n.language, head.bytes)}
				</span>
			</td>
			<td data-actions>
				<HeadMenu head={head} active={active} measured={report !== undefined} />
			</td>
		</>
	);
}
