import type { StoreApi } from 'zustand';
import type { ModelsManifest } from '../domain/models';
import type { Services } from '../jobs/services';
import type { JobRunner } from './jobRunner';
import type { AisleState } from './types';

/** What the groups of actions share. Not data for the screen: that lives in the store. */
export interface ActionContext {
	services: Services;
	set: StoreApi<AisleState>['setState'];
	get: StoreApi<AisleState>['getState'];
	jobs: JobRunner;
	/** Read once at `open`. @throws AppError `models-not-prepared` */
	manifest(): Promise<ModelsManifest>;
	/** Shows an `AppError` as the store's problem, keeps quiet about a cancel, and lets bugs through. */
	attempt(work: () => Promise<void>): Promise<void>;
}
