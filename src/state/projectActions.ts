import type { JobContext } from '../domain/job';
import { type Backup, putSetting } from '../storage/settings';
import type { ActionContext } from './context';
import type { JobKind } from './types';
import type { ProjectActions, Written } from './types.project';

/** The whole project out and in. */
export function projectActions({
	services,
	set,
	get,
	jobs,
	attempt,
}: ActionContext): ProjectActions {
	async function remember(backup: Backup): Promise<void> {
		await putSetting('backup', backup);
		set({ backup });
	}

	async function written(
		kind: JobKind,
		write: (job: JobContext) => Promise<File | null>,
	): Promise<Written> {
		let done: Written = null;
		await attempt(async () => {
			done = { file: await jobs.run(kind, false, write) };
		});
		return done;
	}

	return {
		async saveProject(target) {
			const { saveProject } = await import('../jobs/project');
			const done = await written('project', (job) => saveProject(services, target, job));
			if (done) await remember({ savedAt: Date.now(), reminded: true });
			return done;
		},
		async exportPhotos(field, target) {
			const { exportPhotos } = await import('../jobs/exportPhotos');
			return written('photos', (job) => exportPhotos(services, field, target, job));
		},
		async openProject(file, onto) {
			let opened = false;
			await attempt(async () => {
				const { openProject } = await import('../jobs/project');
				// Nothing may write while everything is replaced.
				for (const kind of get().jobs.keys()) jobs.cancel(kind);
				await jobs.idle();
				await jobs.run('project', false, (job) => openProject(services, file, onto, job));
				opened = true;
			});
			return opened;
		},
		async askToKeep() {
			const kept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
			set({ kept });
		},
		dismissBackupReminder: () => attempt(() => remember({ ...get().backup, reminded: true })),
	};
}
