import type { Counted } from '../domain/drop';
import { inspectDrop, projectAmong, raisesNoQuestion } from '../jobs/inspectDrop';
import type { ActionContext } from './context';
import type { DropActions, DroppedEntry } from './types.drop';

/** What a drop holds is shown before it is imported. */
export function dropActions(
	{ services, set, get, jobs, attempt }: ActionContext,
	bringIn: (files: DroppedEntry[], counted?: Counted) => Promise<void>,
): DropActions {
	/** @returns whether it may be imported without a question */
	async function look(files: DroppedEntry[]): Promise<boolean> {
		jobs.cancel('inspect');
		set({ drop: { files, summary: null } });
		try {
			const summary = await jobs.run('inspect', false, (job) => inspectDrop(services, files, job));
			// Another drop has joined it, or it was left: that look is the one that counts.
			if (get().drop?.files !== files) return false;
			set({ drop: summary && { files, summary } });
			return summary === null;
		} catch (error) {
			if (get().drop?.files === files) set({ drop: null });
			throw error;
		}
	}

	return {
		addFiles: (files) =>
			attempt(async () => {
				const project = await projectAmong(files);
				if (project) {
					set({ droppedProject: { file: project, others: files.length - 1 } });
					return;
				}
				const { drop } = get();
				if (drop) {
					if (await look([...drop.files, ...files])) await bringIn([...drop.files, ...files]);
				} else if (raisesNoQuestion(files) || (await look(files))) await bringIn(files);
			}),
		async importDrop(counted) {
			const { drop } = get();
			if (!drop?.summary) return;
			set({ drop: null });
			await bringIn(drop.files, counted);
		},
		leaveProject: () => set({ droppedProject: null }),
		leaveDrop() {
			set({ drop: null });
			jobs.cancel('inspect');
		},
	};
}
