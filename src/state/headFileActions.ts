import { AppError } from '../domain/errors';
import type { ExportedHead } from '../domain/headExport';
import { headById, reportOf } from '../storage/heads';
import type { ActionContext } from './context';
import type { Heads } from './headActions';
import type { HeadActions } from './types.heads';

/** Heads out to other programs, and in again; what reads and writes them comes when it is asked for. */
export function headFileActions(
	{ services, get, jobs, manifest, attempt }: ActionContext,
	heads: Pick<Heads, 'open'>,
): Pick<HeadActions, 'exportHead' | 'importHead'> {
	return {
		async exportHead(headId, choice) {
			let exported: ExportedHead | null = null;
			await attempt(async () => {
				const { exportHead } = await import('../jobs/exportHead');
				const found = await manifest();
				const [head, report] = await Promise.all([headById(headId), reportOf(headId)]);
				if (!head) throw new AppError('head-unreadable');
				const { products, splits } = get();
				const split = splits.get(head.field);
				const input = { head, report: report ?? null, choice, products, split };
				exported = await jobs.run('head-out', false, (job) =>
					exportHead(services, found, input, job),
				);
			});
			return exported;
		},
		async importHead(files) {
			let headId: string | null = null;
			await attempt(async () => {
				const { importHead } = await import('../jobs/importHead');
				const found = await manifest();
				const head = await jobs.run('head-in', false, (job) =>
					importHead(services, found, files, job),
				);
				await heads.open();
				headId = head.id;
			});
			return headId;
		},
	};
}
