import { Anchor, Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	type Suspicion,
	type SuspicionKind,
	type SuspiciousListings,
	suspicionKinds,
	type Verdict,
} from '../../../domain/suspicion';
import { suspicionsJudged } from '../../../state/suspiciousActions';
import { download } from '../../download';
import { useNotify } from '../../notify';
import { useAisle } from '../../store';
import { useUndoNotice } from '../../useUndoNotice';
import { useOpenProducts } from '../products/ProductsPanel';
import screen from '../train/TrainScreen.module.css';
import styles from './Audit.module.css';
import { Leafing } from './Leafing';
import { SuspectedListing } from './SuspectedListing';
import { suspicionWords } from './suspicionWords';
import { useAuditKeys } from './useAuditKeys';
import { useLeafing } from './useLeafing';

/** The suspicions one after the other, the highest score first. */
export function SuspicionReview({ listings }: { listings: SuspiciousListings }) {
	const { t, i18n } = useTranslation();
	const notify = useNotify();
	const openProducts = useOpenProducts();
	const undoNotice = useUndoNotice();
	const state = useAisle((all) => ({
		products: all.products,
		suspicionVerdicts: all.suspicionVerdicts,
		judge: all.judgeSuspicion,
		exported: all.exportSuspicions,
	}));
	const [kind, setKind] = useState<SuspicionKind | null>(null);
	const open = suspicionsJudged(listings, null, state);
	const noted = suspicionsJudged(listings, 'noted', state);
	const shown = kind === null ? open : open.filter((each) => each.kind === kind);
	const { at, move } = useLeafing(shown.length);
	const suspicion = shown[at];

	const words = (each: Suspicion): string => suspicionWords(t, i18n.language, each);
	function judge(verdict: Verdict): void {
		if (!suspicion) return;
		void state.judge(suspicion, verdict).then(() =>
			undoNotice({
				id: 'suspicion',
				message: t(`suspicious.${verdict}`),
				undo: () => void state.judge(suspicion, null),
				// Each is taken back by itself.
				isLast: ({ suspicious }) => suspicious === listings,
			}),
		);
	}
	useAuditKeys({
		accept: () => judge('noted'),
		keep: () => judge('dismissed'),
		previous: () => move(at - 1),
		next: () => move(at + 1),
	});

	function show(some: readonly Suspicion[]): void {
		const notes = new Map(some.map((each) => [each.productId, words(each)]));
		openProducts({ title: t('suspicious.results'), productIds: [...notes.keys()], notes });
	}
	async function save(): Promise<void> {
		const rows = noted.map((each) => ({ suspicion: each, sentence: words(each) }));
		const name = `aisle-suspicious-${new Date().toISOString().slice(0, 10)}.csv`;
		download(await state.exported(rows), name);
		notify({ message: t('toolbar.exported', { name }) });
	}

	return (
		<section className={screen.card} aria-label={t('suspicious.results')}>
			<h2 className={screen.heading}>
				{t('suspicious.found', { count: listings.found.length, looked: listings.looked })}
			</h2>
			<p className={screen.hint}>
				{listings.without > 0 && `${t('suspicious.without', { count: listings.without })} `}
				{t('suspicious.never')}
			</p>
			{noted.length > 0 && (
				<div className={styles.noted}>
					<span>{t('suspicious.notedCount', { count: noted.length })}</span>
					<Anchor component="button" type="button" onClick={() => show(noted)}>
						{t('suspicious.showNoted')}
					</Anchor>
					<Button
						size="compact-sm"
						variant="default"
						leftSection={<IconDownload size={16} aria-hidden />}
						onClick={() => void save()}
					>
						{t('suspicious.saveNoted')}
					</Button>
				</div>
			)}
			{open.length > 0 && (
				<Select
					className={styles.kinds ?? ''}
					label={t('suspicious.only')}
					value={kind ?? 'all'}
					allowDeselect={false}
					data={[
						{ value: 'all', label: t('suspicious.all', { count: open.length }) },
						...suspicionKinds.flatMap((value) => {
							const count = open.filter((each) => each.kind === value).length;
							const label = t('suspicious.ofKind', { kind: t(`suspicious.kinds.${value}`), count });
							return count > 0 || value === kind ? [{ value, label }] : [];
						}),
					]}
					onChange={(value) => {
						setKind(suspicionKinds.find((each) => each === value) ?? null);
						move(0);
					}}
				/>
			)}
			{suspicion ? (
				<>
					<Leafing at={at} count={shown.length} onMove={move}>
						<Anchor component="button" type="button" onClick={() => show(shown)}>
							{t('suspicious.show')}
						</Anchor>
					</Leafing>
					<SuspectedListing
						key={`${suspicion.kind} ${suspicion.productId}`}
						suspicion={suspicion}
						onNote={() => judge('noted')}
						onDismiss={() => judge('dismissed')}
					/>
				</>
			) : (
				listings.found.length > 0 && <p>{t('suspicious.allDone')}</p>
			)}
		</section>
	);
}
