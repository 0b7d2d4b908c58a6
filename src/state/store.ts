import { createStore, type StoreApi } from 'zustand';
import { AppError, isCancelled } from '../domain/errors';
import type { ModelsManifest } from '../domain/models';
import { loadManifest } from '../jobs/loadManifest';
import type { Services } from '../jobs/services';
import { attentionActions } from './attentionActions';
import { auditActions } from './auditActions';
import { catalogueActions } from './catalogueActions';
import type { ActionContext } from './context';
import { deviceActions } from './deviceActions';
import { dropActions } from './dropActions';
import { duplicateActions } from './duplicateActions';
import { embedding } from './embedding';
import { groupActions } from './groupActions';
import { headActions } from './headActions';
import { headFileActions } from './headFileActions';
import { importQueue } from './importQueue';
import { initialData } from './initialData';
import { jobRunner } from './jobRunner';
import { labActions } from './labActions';
import { labelActions } from './labelActions';
import { offlineActions } from './offlineActions';
import { productEditActions } from './productEditActions';
import { projectActions } from './projectActions';
import { recommendActions } from './recommendActions';
import { retrainingActions } from './retrainingActions';
import { reviewActions } from './reviewActions';
import { searching } from './searching';
import { similarActions } from './similarActions';
import { storageActions } from './storageActions';
import { suggesting } from './suggesting';
import { suspiciousActions } from './suspiciousActions';
import { taxonomyActions } from './taxonomyActions';
import { trainingActions } from './trainingActions';
import type { AisleState } from './types';

export type AisleStore = StoreApi<AisleState>;

/** The app's one store: data for the screens, and thin actions that start jobs. */
export function createAisleStore(services: Services): AisleStore {
	return createStore<AisleState>()((set, get) => {
		let manifest: Promise<ModelsManifest> | null = null;
		const context: ActionContext = {
			services,
			set,
			get,
			jobs: jobRunner(set),
			manifest() {
				manifest ??= loadManifest(services.base);
				manifest.catch(() => {
					manifest = null;
				});
				return manifest;
			},
			async attempt(work) {
				try {
					await work();
				} catch (error) {
					if (isCancelled(error)) return;
					if (!(error instanceof AppError)) throw error;
					const models = error.code === 'models-not-prepared' ? 'not-prepared' : get().models;
					set({ problem: { code: error.code, detail: error.detail }, models });
				}
			},
		};
		const device = deviceActions(context);
		const suggester = suggesting(context);
		const labels = labelActions(context, async (from, to) => {
			await Promise.all([heads.open(), lab.open(), audits.open()]);
			await taxonomies.fieldMoved(from, to);
		});
		const offline = offlineActions(context);
		const queued = importQueue(context, suggester);
		const embedder = embedding(context, device, suggester);
		const taxonomies = taxonomyActions(context, device, suggester, embedder, queued);
		const heads = headActions(context, taxonomies);
		const lab = labActions(context, device, heads);
		const audits = auditActions(context, device);
		const search = searching(context);
		const suspicious = suspiciousActions(context, device, search);
		const productEdits = productEditActions(context, labels, suggester);
		const catalogue = catalogueActions(context, embedder, queued, labels);
		return {
			...initialData,
			...device.actions,
			...taxonomies.actions,
			...catalogue.actions,
			...projectActions(context),
			...dropActions(context, catalogue.addFiles),
			...reviewActions(context),
			...labels.actions,
			...heads.actions,
			...offline.actions,
			...attentionActions(context, device),
			...headFileActions(context, heads),
			...duplicateActions(context),
			...groupActions(context, device),
			...audits.actions,
			...suspicious.actions,
			...productEdits.actions,
			...recommendActions(context, search),
			...similarActions(context, device, search),
			...trainingActions(context, device, heads),
			...retrainingActions(context, device, heads),
			...lab.actions,
			...storageActions(context, device, {
				audits,
				suspicious,
				productEdits,
				labels,
				heads,
				lab,
				offline,
				taxonomies,
			}),
			pause: context.jobs.pause,
			resume: context.jobs.resume,
			cancel: context.jobs.cancel,
			dismissProblem: () => set({ problem: null }),
			dismissImportProblems: () => set({ importProblems: [] }),
		};
	});
}
