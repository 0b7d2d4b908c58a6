import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fusionOf, isProjected } from '../../../domain/fusion';
import type { HeadSpecification, HeadSummary } from '../../../domain/head';
import type { Report } from '../../../domain/report';
import { bytes, list } from '../../quantities';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import { settingNames, usedSettings } from '../train/draft';
import { settingWords } from '../train/headWords';
import { useNetworkNames } from '../train/useNetworkNames';
import styles from './DataSeen.module.css';

/** What a head was made of and tried on, and what to bear in mind about it. */
export function DataSeen({ head, report }: { head: HeadSummary; report: Report }) {
	const { t, i18n } = useTranslation();
	const networkName = useNetworkNames();
	const { counts, splitOrigin, seed } = report;
	const facts: [term: string, words: string][] = [
		[t('report.data.learned'), t('report.data.products', { count: head.products })],
		[t('report.data.tested'), t('report.data.products', { count: counts.test })],
		[t('report.data.validationTerm'), t('report.data.validation', { count: counts.validation })],
		[t('report.data.labels'), head.labels.length.toLocaleString(i18n.language)],
		[
			t('report.data.split'),
			splitOrigin === 'drawn'
				? t('report.data.splitDrawn', { seed: String(seed) })
				: t('report.data.splitGiven'),
		],
		[
			t('report.data.trained'),
			new Date(head.createdAt).toLocaleString(i18n.language, {
				dateStyle: 'medium',
				timeStyle: 'short',
			}),
		],
		[
			t('report.data.took'),
			t('report.data.seconds', { count: Math.max(0.1, Math.round(head.seconds * 10) / 10) }),
		],
		[t('report.data.backend'), head.backend],
		[t('report.data.size'), bytes(i18n.language, head.bytes)],
	];
	for (const name of shownSettings(head))
		facts.push([
			t(`train.settings.${name}`),
			settingWords(t, i18n.language, asChosen(head), name, networkName),
		]);
	return (
		<Figure title={t('report.data.title')}>
			<dl className={styles.facts}>
				{facts.map(([term, words]) => (
					<div key={term}>
						<dt>{term}</dt>
						<dd>{words}</dd>
					</div>
				))}
			</dl>
			<Warnings head={head} report={report} />
		</Figure>
	);
}

/** All that decided what it became, in the order of the form. */
function shownSettings({ specification }: HeadSummary): (keyof HeadSpecification)[] {
	const used = usedSettings(specification);
	if (specification.modality !== 'title')
		used.add('backbones').add('photoDepth').add('augmentations');
	used.add('modality').add('sampling').add('seed');
	if (specification.modality !== 'photo') used.add('textFeatures');
	if (specification.selfTraining) used.add('selfTraining');
	if (specification.carried) used.add('carried');
	const fusion = fusionOf(specification);
	if (fusion) used.add('fusion');
	if (!isProjected(fusion)) used.add('kind');
	return settingNames.filter((name) => used.has(name));
}

/** What was left to a search, as found; of the epochs, those after which it was best. */
function asChosen({ specification, chosen, curve }: HeadSummary): HeadSpecification {
	const found = { ...specification, ...chosen };
	return curve.length === 0 ? { ...found, epochs: specification.epochs } : found;
}

function Warnings({ head, report }: { head: HeadSummary; report: Report }) {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	const { tooSmall, parted, without } = report;
	if (tooSmall.length + parted.length + without.length + head.without.length === 0) return null;
	return (
		<ul className={styles.warnings}>
			{tooSmall.length > 0 && (
				<Warning words={t('report.data.tooSmall', { count: tooSmall.length })}>
					<span className={styles.names}>{list(t, tooSmall)}</span>
				</Warning>
			)}
			{parted.length > 0 && (
				<Warning words={t('report.data.parted', { count: parted.length })}>
					<Anchor
						component="button"
						type="button"
						onClick={() =>
							openProducts({ title: t('report.data.partedTitle'), productIds: parted.flat() })
						}
					>
						{t('report.data.partedOpen')}
					</Anchor>
				</Warning>
			)}
			{head.without.length > 0 && (
				<Warning words={t('report.data.unlearned', { count: head.without.length })}>
					<Anchor
						component="button"
						type="button"
						onClick={() =>
							openProducts({ title: t('report.data.unlearnedTitle'), productIds: head.without })
						}
					>
						{t('report.data.partedOpen')}
					</Anchor>
				</Warning>
			)}
			{without.length > 0 && (
				<Warning words={t('report.data.without', { count: without.length })}>
					<Anchor
						component="button"
						type="button"
						onClick={() =>
							openProducts({ title: t('report.data.withoutTitle'), productIds: without })
						}
					>
						{t('report.data.partedOpen')}
					</Anchor>
				</Warning>
			)}
		</ul>
	);
}

function Warning({ words, children }: { words: string; children: ReactNode }) {
	return (
		<li className={styles.warning}>
			<IconAlertTriangle size={17} aria-hidden />
			<span>
				{words} {children}
			</span>
		</li>
	);
}
