import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Report } from '../../../domain/report';
import { bytes } from '../../quantities';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import { headSettings } from '../train/headWords';
import styles from './DataSeen.module.css';

/** What a head was made of and tried on, and what to bear in mind about it. */
export function DataSeen({ head, report }: { head: HeadSummary; report: Report }) {
	const { t, i18n } = useTranslation();
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
		[t('report.data.settings'), headSettings(t, head)],
	];
	const { chosen, specification } = head;
	const figure = (value: number): string =>
		value.toLocaleString(i18n.language, { maximumSignificantDigits: 3 });
	if (specification.modality !== 'title')
		facts.push([t('report.data.networks'), specification.backbones.join(', ')]);
	if (chosen.weightDecay > 0)
		facts.push([t('report.data.weightDecay'), figure(chosen.weightDecay)]);
	if (specification.modality === 'both')
		facts.push([t('report.data.titleWeight'), figure(chosen.titleWeight)]);
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
			<Warnings report={report} />
		</Figure>
	);
}

function Warnings({ report: { tooSmall, parted, without } }: { report: Report }) {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	if (tooSmall.length + parted.length + without.length === 0) return null;
	return (
		<ul className={styles.warnings}>
			{tooSmall.length > 0 && (
				<Warning words={t('report.data.tooSmall', { count: tooSmall.length })}>
					<span className={styles.names}>{tooSmall.join(', ')}</span>
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
