import { AppError } from '../domain/errors';
import { type FieldName, fieldOfTaxonomy, fieldTaxonomyId } from '../domain/field';
import { assertAccepts, type HeadSummary } from '../domain/head';
import type { Taxonomy } from '../domain/taxonomy';
import { preparedStamps } from '../jobs/labelledProducts';
import { addTaxonomy, loadTaxonomy, preparedTaxonomies } from '../jobs/taxonomies';
import { fieldTaxonomy } from '../maths/fieldTaxonomy';
import { decisionsFor } from '../storage/decisions';
import { headById } from '../storage/heads';
import { putSetting, setting } from '../storage/settings';
import { deleteTaxonomy, ownTaxonomies } from '../storage/taxonomies';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Embedding } from './embedding';
import { activeHead, thresholdOf, usualThreshold } from './fieldTarget';
import type { ImportQueue } from './importQueue';
import type { Suggester } from './suggesting';
import type { AisleActions, TaxonomyChoice } from './types';
import type { TargetNote } from './types.targets';

/** What Sort sorts into unless told otherwise. */
const usualTarget = 'google';

export interface Taxonomies {
	actions: Pick<
		AisleActions,
		'chooseTaxonomy' | 'addTaxonomy' | 'removeTaxonomy' | 'dismissTargetNote'
	>;
	/** Lists what there is and loads the one chosen last time. */
	open(): Promise<void>;
	/** Another head answers for the field, or none any more: Sort follows, and says so. */
	headChanged(field: FieldName, headId: string | null): Promise<void>;
	/** A field has another name: if Sort sorts into it, it still does. */
	fieldMoved(from: FieldName, to: FieldName): Promise<void>;
}

/** Choosing, bringing and removing category trees. */
export function taxonomyActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	suggester: Suggester,
	embedding: Embedding,
	queued: ImportQueue,
): Taxonomies {
	/** What the slider said before a head brought its own. */
	let ownThreshold = usualThreshold;

	async function list(): Promise<void> {
		const prepared = preparedTaxonomies(await manifest()).map(
			({ id, name, categories }): TaxonomyChoice => ({ id, name, categories, own: false }),
		);
		const own = (await ownTaxonomies()).map(
			({ id, taxonomy }): TaxonomyChoice => ({
				id,
				name: taxonomy.name,
				categories: taxonomy.categories.length,
				own: true,
			}),
		);
		set({ taxonomies: [...prepared, ...own] });
	}

	/** @param embed whether what the target's head lacks is embedded at once */
	async function choose(id: string, embed = true): Promise<void> {
		const field = fieldOfTaxonomy(id);
		const head = field === null ? null : activeHead(get(), field);
		const refused = field === null ? null : await whyNot(head?.id);
		if (field !== null && refused) {
			set({ targetNote: { kind: refused, field } });
			return choose(usualTarget, embed);
		}
		const [taxonomy, decisions] = await Promise.all([
			head ? labelsOf(head) : manifest().then((found) => loadTaxonomy(services.base, found, id)),
			decisionsFor(id),
		]);
		const { taxonomyId: before, review } = get();
		if (fieldOfTaxonomy(before) === null) ownThreshold = review.threshold;
		const threshold = head ? thresholdOf(get(), head.id) : ownThreshold;
		// Suggestions are indices into the tree: the old ones must never be shown with the new tree.
		set({
			taxonomyId: id,
			taxonomy,
			suggestions: suggester.known(id),
			review: { ...review, threshold },
			// `z` takes back what is on the screen, not what was decided in another tree.
			undoSteps: [],
			decisions: new Map(decisions.map((decision) => [decision.productId, decision])),
		});
		await putSetting('taxonomyId', id);
		await suggester.all();
		if (head && embed && (await embedding.targetLacks())) void queued(embedding.forTarget);
		suggester.lookAhead();
	}

	/** The labels that the head knows and those that the field has got since. */
	function labelsOf({ field, name, labels }: HeadSummary): Taxonomy {
		const own = [...(get().labels.get(field)?.values() ?? [])].map(({ label }) => label);
		return fieldTaxonomy(field, name, [...labels, ...own]);
	}

	/** Why a head cannot be sorted by; `null` when it can. */
	async function whyNot(headId: string | undefined): Promise<TargetNote['kind'] | null> {
		const head = headId === undefined ? undefined : await headById(headId);
		if (!head) return 'head-gone';
		try {
			assertAccepts(head.model, preparedStamps(await manifest()));
			return null;
		} catch (error) {
			if (error instanceof AppError) return 'head-other-embeddings';
			throw error;
		}
	}

	return {
		async open() {
			await list();
			const wanted = (await setting('taxonomyId')) ?? usualTarget;
			const there =
				fieldOfTaxonomy(wanted) !== null || get().taxonomies.some(({ id }) => id === wanted);
			await choose(there ? wanted : usualTarget, false);
		},
		async headChanged(field, headId) {
			const id = fieldTaxonomyId(field);
			if (headId === null && get().taxonomyId !== id) return;
			set({ targetNote: headId === null ? null : { kind: 'head', field } });
			await choose(id);
		},
		async fieldMoved(from, to) {
			if (get().taxonomyId === fieldTaxonomyId(from)) await choose(fieldTaxonomyId(to), false);
		},
		actions: {
			dismissTargetNote: () => set({ targetNote: null }),
			chooseTaxonomy(id) {
				set({ targetNote: null });
				return attempt(() => choose(id));
			},
			addTaxonomy: (name, text) =>
				attempt(async () => {
					const id = `own-${crypto.randomUUID()}`;
					await jobs.run('taxonomy', false, async (job) => {
						const engine = await device.textEngine(job);
						const input = { id, name, text, manifest: await manifest(), engine };
						await addTaxonomy(services, input, job);
					});
					await list();
					await choose(id);
				}),
			removeTaxonomy: (id) =>
				attempt(async () => {
					await deleteTaxonomy(id);
					await list();
					if (get().taxonomyId === id) await choose(usualTarget);
				}),
		},
	};
}
