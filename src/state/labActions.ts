import type { FieldName } from '../domain/field';
import { isWaiting, type LabRun } from '../domain/lab';
import { strategiesOf, strategyKey } from '../maths/strategies';
import { deleteLab, labRun, labRunSummary, labRuns, putLabRuns } from '../storage/lab';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Heads } from './headActions';
import type { LabActions, LabRequest } from './types.lab';

export interface Lab {
	actions: LabActions;
	/** Reads what is stored. */
	open(): Promise<void>;
}

/** Strategies compared on one split: queued, run unattended, and gone on with after a reload. */
export function labActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	heads: Heads,
): Lab {
	/** What the jobs need to know of a field. */
	function labelled(field: FieldName) {
		const { products, labels } = get();
		const own = labels.get(field);
		return {
			products: products.filter(({ id }) => own?.has(id)),
			assignments: [...(own?.values() ?? [])],
		};
	}

	async function open(): Promise<void> {
		set({ labRuns: await labRuns() });
	}

	/** Those that are not queued yet, behind those that are. */
	function newRuns({ field, strategies, seeds, choice }: LabRequest): LabRun[] {
		const before = get().labRuns.filter((run) => run.field === field);
		const known = new Set(
			before.map(({ specification }) => `${strategyKey(specification)} ${specification.seed}`),
		);
		const last = Math.max(0, ...get().labRuns.map(({ order }) => order));
		// Seed by seed, so that there is something to compare early.
		return Array.from({ length: seeds }, (_, index) => index + 1)
			.flatMap((seed) => strategiesOf(field, strategies).map((each) => ({ ...each, seed })))
			.filter((each) => !known.has(`${strategyKey(each)} ${each.seed}`))
			.map((specification, index) => ({
				id: crypto.randomUUID(),
				field,
				order: last + 1 + index,
				specification,
				choice: before[0]?.choice ?? choice,
				result: null,
				problem: null,
			}));
	}

	const run = (field: FieldName): Promise<void> =>
		attempt(async () => {
			const own = get().labRuns.filter((each) => each.field === field);
			if (get().labRunning !== null || !own.some(isWaiting)) return;
			set({ labRunning: field });
			try {
				const { runLab } = await import('../jobs/runLab');
				const found = await manifest();
				const stored = await Promise.all(own.map(({ id }) => labRun(id)));
				const runs = stored.filter((each) => each !== undefined);
				await jobs.run('lab', false, (job) =>
					runLab(
						services,
						found,
						{
							...labelled(field),
							runs,
							networks: device,
							onRun(done) {
								const summary = labRunSummary(done);
								set(({ labRuns }) => ({
									labRuns: labRuns.map((each) => (each.id === done.id ? summary : each)),
								}));
							},
						},
						job,
					),
				);
			} finally {
				set({ labRunning: null });
			}
		});

	return {
		open,
		actions: {
			async queueLab(request) {
				await attempt(async () => {
					await putLabRuns(newRuns(request));
					await open();
				});
				await run(request.field);
			},
			continueLab: run,
			exportLab: async (format, rows) =>
				(await import('../jobs/exportLab')).exportLab(format, rows),
			clearLab: (field) =>
				attempt(async () => {
					await deleteLab(field);
					await open();
				}),
			activateLabRun: (runId) =>
				attempt(async () => {
					const { labRuns } = get();
					const field = labRuns.find(({ id }) => id === runId)?.field;
					if (field === undefined || get().jobs.has('lab')) return;
					const runs = labRuns.filter((each) => each.field === field);
					const { keepLabHead } = await import('../jobs/keepLabHead');
					const found = await manifest();
					const headId = await jobs.run('lab', false, (job) =>
						keepLabHead(services, found, { runId, runs, ...labelled(field) }, job),
					);
					await heads.open();
					await heads.actions.activateHead(headId);
				}),
		},
	};
}
