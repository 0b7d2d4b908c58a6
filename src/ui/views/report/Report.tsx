import '@mantine/charts/styles.layer.css';
import { Anchor, Badge, Button } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Report as HeadReport } from '../../../domain/report';
import { useNotify } from '../../notify';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { headName } from '../train/headWords';
import { TakeAway } from '../train/TakeAway';
import { AnswerLists } from './AnswerLists';
import { Calibration } from './Calibration';
import { ClassTable } from './ClassTable';
import { Confusion } from './Confusion';
import { Coverage } from './Coverage';
import { DataSeen } from './DataSeen';
import { Guessed } from './Guessed';
import { Headline } from './Headline';
import { LearningCurve } from './LearningCurve';
import { Levels } from './Levels';
import { LookCloser } from './LookCloser';
import styles from './Report.module.css';
import { useAnswers } from './useAnswers';
import { Weighing } from './Weighing';

/** What a head is worth: every figure of it, and the products behind each. */
export default function Report({ headId }: { headId: string }) {
	const { t } = useTranslation();
	const { head, report } = useAisle(({ heads, reports }) => ({
		head: heads.find(({ id }) => id === headId),
		report: reports.get(headId),
	}));
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<Anchor href={hrefOf('train')} className={styles.back}>
				<IconArrowLeft size={17} aria-hidden />
				{t('report.back')}
			</Anchor>
			{head ? (
				<>
					<Head head={head} />
					{report ? <Figures head={head} report={report} /> : <NotMeasured />}
				</>
			) : (
				<>
					<h1 className={styles.title}>{t('report.missingTitle')}</h1>
					<p className={styles.lead}>{t('report.missingBody')}</p>
					<Anchor href={hrefOf('train')}>{t('report.missingLink')}</Anchor>
				</>
			)}
		</main>
	);
}

function Head({ head }: { head: HeadSummary }) {
	const { t } = useTranslation();
	const notify = useNotify();
	const { active, activateHead, deactivateHead } = useAisle((state) => ({
		active: state.activeHeads[head.field] === head.id,
		activateHead: state.activateHead,
		deactivateHead: state.deactivateHead,
	}));
	const [taking, setTaking] = useState(false);
	const { name, field, specification } = head;
	return (
		<header className={styles.header}>
			<div className={styles.names}>
				<h1 className={styles.title}>{headName(t, head)}</h1>
				<p className={styles.lead}>
					{t(`report.tells.${specification.modality}`, { field })}
					{active && (
						<Badge variant="light" leftSection={<IconCheck size={13} aria-hidden />}>
							{t('report.inUse')}
						</Badge>
					)}
					{head.imported && <Badge variant="default">{t('headFiles.imported')}</Badge>}
				</p>
			</div>
			<div className={styles.actions}>
				<Button
					variant="default"
					leftSection={<IconPackageExport size={17} aria-hidden />}
					onClick={() => setTaking(true)}
				>
					{t('headFiles.takeAway')}
				</Button>
				<TakeAway head={head} opened={taking} onClose={() => setTaking(false)} />
				{active ? (
					<Button
						variant="outline"
						onClick={() =>
							void deactivateHead(field).then(() =>
								notify({ message: t('report.unused', { name, field }) }),
							)
						}
					>
						{t('report.stopUsing')}
					</Button>
				) : (
					<Button
						onClick={() =>
							void activateHead(head.id).then(() =>
								notify({ message: t('report.used', { name, field }) }),
							)
						}
					>
						{t('report.use')}
					</Button>
				)}
			</div>
		</header>
	);
}

function NotMeasured() {
	const { t } = useTranslation();
	return (
		<section className={styles.empty}>
			<h2>{t('report.noneTitle')}</h2>
			<p>{t('report.noneBody')}</p>
			<Anchor href={hrefOf('train')}>{t('report.noneLink')}</Anchor>
		</section>
	);
}

function Figures({ head, report }: { head: HeadSummary; report: HeadReport }) {
	const answers = useAnswers(report);
	const { test } = report;
	return (
		<div className={styles.figures}>
			<div className={styles.pair}>
				<div className={styles.figures}>
					<Headline test={test} />
					<AnswerLists answers={answers} />
				</div>
				<DataSeen head={head} report={report} />
			</div>
			{head.guessed && <Guessed guessed={head.guessed} report={report} />}
			<Confusion test={test} answers={answers} />
			<Weighing answers={answers} />
			<LookCloser headId={head.id} answers={answers} />
			<Coverage head={head} report={report} />
			<ClassTable perClass={test.perClass} answers={answers} />
			{test.perLevel.length > 1 && <Levels perLevel={test.perLevel} />}
			<div className={styles.halves}>
				<Calibration test={test} answers={answers} />
				<LearningCurve head={head} />
			</div>
		</div>
	);
}
