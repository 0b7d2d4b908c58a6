import { Anchor, Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedTwice, Compared, FiguresOnTest } from '../../../maths/beforeAndAfter';
import type { Retraining } from '../../../state/types.retraining';
import { precisePercent, pValue } from '../../quantities';
import { useAisle } from '../../store';
import { Notice } from '../../widgets/Notice';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './Retraining.module.css';

/** Below this a difference is taken for more than chance. */
const unlikely = 0.05;

/** The head in use and the one trained anew, on the same test products, and the choice between them. */
export function BeforeAndAfter({ retraining }: { retraining: Retraining }) {
	const { t } = useTranslation();
	const { heads, settle } = useAisle((state) => ({
		heads: state.heads,
		settle: state.settleRetraining,
	}));
	const [deleteNew, setDeleteNew] = useState(true);
	const before = heads.find(({ id }) => id === retraining.before);
	const after = heads.find(({ id }) => id === retraining.after);
	// One of them was deleted meanwhile: there is nothing left to choose.
	if (!before || !after) return null;
	const { comparison } = retraining;
	const verdict = verdictOf(comparison);
	const recommendNew = verdict === 'better' || verdict === 'same';
	const keepOld = (
		<Button
			size="compact-md"
			variant={recommendNew ? 'default' : 'filled'}
			onClick={() => void settle('old', deleteNew)}
		>
			{t('retrain.keepOld')}
		</Button>
	);
	const useNew = (
		<Button
			size="compact-md"
			variant={recommendNew ? 'filled' : 'default'}
			onClick={() => void settle('new', false)}
		>
			{t('retrain.useNew')}
		</Button>
	);
	const Icon = verdict === 'worse' ? IconAlertTriangle : IconScale;
	return (
		<Notice icon={<Icon size={20} aria-hidden />} title={t(`retrain.verdict.${verdict}`)}>
			{comparison ? (
				<Figures comparison={comparison} before={before.version} after={after.version} />
			) : (
				<span>{t('retrain.nothingToCompare')}</span>
			)}
			<LeftOut retraining={retraining} />
			<span className={styles.buttons}>
				{recommendNew ? useNew : keepOld}
				{recommendNew ? keepOld : useNew}
				<Checkbox
					size="sm"
					checked={deleteNew}
					label={t('retrain.deleteNew')}
					onChange={({ currentTarget }) => setDeleteNew(currentTarget.checked)}
				/>
			</span>
		</Notice>
	);
}

function verdictOf(comparison: Compared | null): 'better' | 'same' | 'worse' | 'unknown' {
	if (!comparison) return 'unknown';
	const { broken, fixed } = comparison;
	if (broken.length === fixed.length) return 'same';
	return broken.length > fixed.length ? 'worse' : 'better';
}

interface FiguresProps {
	comparison: Compared;
	/** Versions. */
	before: number;
	after: number;
}

function Figures({ comparison, before, after }: FiguresProps) {
	const { t, i18n } = useTranslation();
	const { count, fixed, broken, test } = comparison;
	const accuracy = ({ accuracy: { value, low, high } }: FiguresOnTest): string =>
		t('retrain.withInterval', {
			value: precisePercent(t, value),
			low: precisePercent(t, low),
			high: precisePercent(t, high),
		});
	const rows = [
		{ name: t('retrain.accuracy'), of: accuracy },
		{ name: t('retrain.macroF1'), of: (of: FiguresOnTest) => precisePercent(t, of.macroF1) },
		{ name: t('retrain.top3'), of: (of: FiguresOnTest) => precisePercent(t, of.top3) },
	];
	const chance = test.pValue < unlikely ? 'retrain.notChance' : 'retrain.chance';
	return (
		<>
			<table className={styles.figures}>
				<caption>{t('retrain.caption', { count })}</caption>
				<thead>
					<tr>
						<th scope="col">{t('retrain.figure')}</th>
						<th scope="col">{t('retrain.before', { version: before })}</th>
						<th scope="col">{t('retrain.after', { version: after })}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ name, of }) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							<td>{of(comparison.before)}</td>
							<td>{of(comparison.after)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<span className={styles.links}>
				<Changed asked={fixed} title={t('retrain.fixed', { count: fixed.length })} />
				<Changed asked={broken} title={t('retrain.broken', { count: broken.length })} />
			</span>
			{fixed.length + broken.length > 0 && (
				<span>{t(chance, { p: pValue(i18n.language, test.pValue) })}</span>
			)}
		</>
	);
}

/** A count that opens its products, each with what the two heads took it for. */
function Changed({ asked, title }: { asked: AskedTwice[]; title: string }) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	if (asked.length === 0) return <span>{title}</span>;
	const notes = new Map(
		asked.map(({ productId, truth, before, after }) => [
			productId,
			t('retrain.note', { truth, before: before[0] ?? '', after: after[0] ?? '' }),
		]),
	);
	return (
		<Anchor
			component="button"
			type="button"
			onClick={() => open({ title, productIds: [...notes.keys()], notes })}
		>
			{title}
		</Anchor>
	);
}

/** What the new head learned from, and what not, and why. */
function LeftOut({ retraining }: { retraining: Retraining }) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const all = [
		{ key: 'learned', ids: retraining.learned },
		{ key: 'heldBack', ids: retraining.heldBack },
		{ key: 'coarse', ids: retraining.coarse },
		{ key: 'seenBefore', ids: retraining.seenBefore },
	] as const;
	return (
		<span className={styles.links}>
			{all
				.filter(({ ids }) => ids.length > 0)
				.map(({ key, ids }) => {
					const title = t(`retrain.${key}`, { count: ids.length });
					return (
						<Anchor
							key={key}
							component="button"
							type="button"
							onClick={() => open({ title, productIds: ids })}
						>
							{title}
						</Anchor>
					);
				})}
		</span>
	);
}
