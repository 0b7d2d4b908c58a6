import { openProject, saveProject } from '../jobs/project';
import type { ActionContext } from './context';
import type { ProjectActions } from './types.project';

/** The whole project out and in. */
export function projectActions({ services, get, jobs, attempt }: ActionContext): ProjectActions {
	return {
		async saveProject(name) {
			let file: File | null = null;
			await attempt(async () => {
				file = await jobs.run('project', false, (job) => saveProject(services, name, job));
			});
			return file;
		},
		async openProject(file) {
			let opened = false;
			await attempt(async () => {
				// Nothing may write while everything is replaced.
				for (const kind of get().jobs.keys()) jobs.cancel(kind);
				await jobs.idle();
				await jobs.run('project', false, (job) => openProject(services, file, job));
				opened = true;
			});
			return opened;
		},
		askToKeep: async () => (await navigator.storage.persisted()) || navigator.storage.persist(),
	};
}
