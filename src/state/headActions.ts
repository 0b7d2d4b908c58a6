import type { FieldName } from '../domain/field';
import { nextVersion } from '../domain/head';
import { trustedThreshold } from '../maths/calibration';
import { allReports, deleteHead, headById, headSummaries, putHead } from '../storage/heads';
import { putSetting, setting } from '../storage/settings';
import { allSplits } from '../storage/splits';
import type { ActionContext } from './context';
import { targetHead } from './fieldTarget';
import type { Taxonomies } from './taxonomyActions';
import type { HeadActions } from './types.heads';

export interface Heads {
	actions: Omit<HeadActions, 'attention' | 'exportHead' | 'importHead'>;
	/** Reads what is stored: at the start, and after a head was trained. */
	open(): Promise<void>;
}

/** Trained heads: which there are, and which one Sort uses. */
export function headActions(
	{ set, get, attempt }: ActionContext,
	taxonomies: Pick<Taxonomies, 'headChanged'>,
): Heads {
	async function activate(field: FieldName, headId: string | null): Promise<void> {
		const { [field]: _before, ...others } = get().activeHeads;
		const activeHeads = headId === null ? others : { ...others, [field]: headId };
		await putSetting('activeHeads', activeHeads);
		set({ activeHeads });
		await taxonomies.headChanged(field, headId);
	}

	async function keepThresholds(headThresholds: Record<string, number>): Promise<void> {
		await putSetting('headThresholds', headThresholds);
		set({ headThresholds });
	}

	return {
		async open() {
			const [heads, reports, splits, activeHeads, headThresholds] = await Promise.all([
				headSummaries(),
				allReports(),
				allSplits(),
				setting('activeHeads'),
				setting('headThresholds'),
			]);
			set({
				heads,
				reports: new Map(reports.map((report) => [report.headId, report])),
				splits: new Map(splits.map((split) => [split.field, split])),
				activeHeads: activeHeads ?? {},
				headThresholds: headThresholds ?? {},
			});
		},
		actions: {
			activateHead: (headId) =>
				attempt(async () => {
					const head = get().heads.find(({ id }) => id === headId);
					if (head) await activate(head.field, headId);
				}),
			deactivateHead: (field) => attempt(() => activate(field, null)),
			setHeadThreshold: (headId, wantedAccuracy) =>
				attempt(async () => {
					const { heads, headThresholds } = get();
					const heldOut = heads.find(({ id }) => id === headId)?.heldOut;
					const threshold =
						heldOut && trustedThreshold(heldOut.curve, wantedAccuracy, heldOut.rows);
					if (threshold == null) return;
					await keepThresholds({ ...headThresholds, [headId]: threshold });
					if (targetHead(get())?.id === headId)
						set(({ review }) => ({ review: { ...review, threshold } }));
				}),
			renameHead: (headId, name) =>
				attempt(async () => {
					const head = await headById(headId);
					if (!head || head.name === name || name === '') return;
					const version = nextVersion(get().heads, head.field, name);
					await putHead({ ...head, name, version });
					set(({ heads }) => ({
						heads: heads.map((each) => (each.id === headId ? { ...each, name, version } : each)),
					}));
				}),
			deleteHead: (headId) =>
				attempt(async () => {
					const head = get().heads.find(({ id }) => id === headId);
					if (head && get().activeHeads[head.field] === headId) await activate(head.field, null);
					await deleteHead(headId);
					const { [headId]: _gone, ...thresholds } = get().headThresholds;
					if (_gone !== undefined) await keepThresholds(thresholds);
					set(({ heads, reports }) => ({
						heads: heads.filter(({ id }) => id !== headId),
						reports: new Map([...reports].filter(([id]) => id !== headId)),
					}));
				}),
		},
	};
}
