import { addTaxonomy, loadTaxonomy, preparedTaxonomies } from '../jobs/taxonomies';
import { decisionsFor } from '../storage/decisions';
import { putSetting, setting } from '../storage/settings';
import { deleteTaxonomy, ownTaxonomies } from '../storage/taxonomies';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Suggester } from './suggesting';
import type { AisleActions, TaxonomyChoice } from './types';

export interface Taxonomies {
	actions: Pick<AisleActions, 'chooseTaxonomy' | 'addTaxonomy' | 'removeTaxonomy'>;
	/** Lists what there is and loads the one chosen last time. */
	open(): Promise<void>;
}

/** Choosing, bringing and removing category trees. */
export function taxonomyActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	suggester: Suggester,
): Taxonomies {
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

	async function choose(id: string): Promise<void> {
		const [taxonomy, decisions] = await Promise.all([
			manifest().then((found) => loadTaxonomy(services.base, found, id)),
			decisionsFor(id),
		]);
		// Suggestions are indices into the tree: the old ones must never be shown with the new tree.
		set({
			taxonomyId: id,
			taxonomy,
			suggestions: suggester.known(id),
			// `z` takes back what is on the screen, not what was decided in another tree.
			undoSteps: [],
			decisions: new Map(decisions.map((decision) => [decision.productId, decision])),
		});
		await putSetting('taxonomyId', id);
		await suggester.all();
		suggester.lookAhead();
	}

	return {
		async open() {
			await list();
			const wanted = (await setting('taxonomyId')) ?? 'google';
			const there = get().taxonomies.some(({ id }) => id === wanted);
			await choose(there ? wanted : 'google');
		},
		actions: {
			chooseTaxonomy: (id) => attempt(() => choose(id)),
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
					if (get().taxonomyId === id) await choose('google');
				}),
		},
	};
}
