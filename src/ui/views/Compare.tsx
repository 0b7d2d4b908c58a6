import '@mantine/charts/styles.layer.css';
import { Button, Group, Modal, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labRows } from '../../maths/labTable';
import type { LabFormat } from '../../state/types.lab';
import { download } from '../download';
import { useNotify } from '../notify';
import { useAisle } from '../store';
import { CarriedVerdicts } from './compare/CarriedVerdicts';
import { LabForm } from './compare/LabForm';
import { LabNow } from './compare/LabNow';
import { LabPicture } from './compare/LabPicture';
import { LabTable } from './compare/LabTable';
import styles from './compare/LabTable.module.css';
import { strategyWords } from './compare/labWords';
import { NothingLabelled } from './train/NothingLabelled';
import screen from './train/TrainScreen.module.css';
import { useNetworkNames } from './train/useNetworkNames';
import { useNetworks } from './train/useNetworks';

/** The lab: strategies on one split, unattended, in a table. */
export default function Compare() {
	const { t } = useTranslation();
	const { labels, empty, labRunning } = useAisle((state) => ({
		labels: state.labels,
		empty: state.products.length === 0,
		labRunning: state.labRunning,
	}));
	const networks = useNetworks();
	const fields = useMemo(() => [...labels.keys()].sort(), [labels]);
	const [chosen, setChosen] = useState<string | null>(labRunning);
	const field = chosen !== null && fields.includes(chosen) ? chosen : (fields[0] ?? '');
	return (
		<main id="main" tabIndex={-1} className={screen.page}>
			<h1 className={screen.title}>{t('compare.title')}</h1>
			<p className={screen.lead}>{t('compare.lead')}</p>
			<div className={screen.columns}>
				{fields.length === 0 ? (
					<NothingLabelled empty={empty} noFields={t('train.noFields')} />
				) : networks ? (
					<LabForm fields={fields} field={field} networks={networks} onField={setChosen} />
				) : (
					<div />
				)}
				{fields.length > 0 && (
					<div className={screen.results}>
						<LabNow field={field} />
						<Results key={field} field={field} />
					</div>
				)}
			</div>
		</main>
	);
}

function Results({ field }: { field: string }) {
	const { t } = useTranslation();
	const networkName = useNetworkNames();
	const runs = useAisle((state) => state.labRuns);
	const [baseline, setBaseline] = useState<string | null>(null);
	const own = useMemo(() => runs.filter((run) => run.field === field), [runs, field]);
	const [first] = useMemo(() => labRows(own, null), [own]);
	// Until one is chosen the others are held against the best.
	const reference = baseline ?? first?.key ?? null;
	const rows = useMemo(() => labRows(own, reference), [own, reference]);
	const names = useMemo(
		() =>
			new Map(
				rows.map(({ key, specification }) => [key, strategyWords(t, specification, networkName)]),
			),
		[rows, t, networkName],
	);
	if (rows.length === 0)
		return (
			<section className={screen.card}>
				<p className={screen.hint}>{t('compare.empty')}</p>
			</section>
		);
	return (
		<>
			<section className={screen.card}>
				<h2 className={screen.heading}>{t('compare.table')}</h2>
				<p className={screen.hint}>{t('compare.optimism')}</p>
				<LabTable
					field={field}
					rows={rows}
					names={names}
					baseline={reference}
					onBaseline={setBaseline}
				/>
				<TakeAway
					field={field}
					runs={own.length}
					rows={rows
						.filter((row) => row.runs.length > 0)
						.map((row) => ({ name: names.get(row.key) ?? '', row }))}
				/>
			</section>
			<CarriedVerdicts runs={own} />
			<LabPicture rows={rows} names={names} />
		</>
	);
}

interface TakeAwayProps {
	field: string;
	/** How many trainings there are, done and waiting. */
	runs: number;
	rows: { name: string; row: ReturnType<typeof labRows>[number] }[];
}

function TakeAway({ field, runs, rows }: TakeAwayProps) {
	const { t } = useTranslation();
	const notify = useNotify();
	const [asking, setAsking] = useState(false);
	const close = (): void => setAsking(false);
	const { exportLab, clearLab, running } = useAisle((state) => ({
		exportLab: state.exportLab,
		clearLab: state.clearLab,
		running: state.jobs.has('lab'),
	}));
	const save = async (format: LabFormat, end: string): Promise<void> =>
		download(await exportLab(format, rows), `${t('compare.file', { field })}.${end}`);
	function forget(): void {
		close();
		void clearLab(field).then(() => notify({ message: t('compare.cleared', { field }) }));
	}
	return (
		<div className={styles.buttons}>
			{(
				[
					['csv', 'csv'],
					['markdown', 'md'],
				] as const
			).map(([format, end]) => (
				<Button
					key={format}
					variant="default"
					disabled={rows.length === 0}
					leftSection={<IconDownload size={17} aria-hidden />}
					onClick={() => void save(format, end)}
				>
					{t(`compare.${format}`)}
				</Button>
			))}
			<Button variant="subtle" color="gray" disabled={running} onClick={() => setAsking(true)}>
				{t('compare.clear')}
			</Button>
			<Modal
				opened={asking}
				onClose={close}
				title={t('compare.clearTitle', { field })}
				centered
				closeButtonProps={{ 'aria-label': t('close') }}
			>
				<Text>{t('compare.clearBody', { count: runs })}</Text>
				<Group justify="flex-end" mt="lg">
					<Button variant="default" onClick={close} data-autofocus>
						{t('compare.cancel')}
					</Button>
					<Button color="rust" disabled={running} onClick={forget}>
						{t('compare.clearNow')}
					</Button>
				</Group>
			</Modal>
		</div>
	);
}
