import { AppError, isCancelled } from '../domain/errors';
import type { Progress } from '../domain/job';
import { sortBackbone } from '../jobs/modelEntries';
import { probeDevice } from '../jobs/probeDevice';
import { trainAndReport } from '../jobs/trainAndReport';
import { trainingPlan } from '../jobs/trainingPlan';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Heads } from './headActions';
import type { TrainingActions, TrainRequest } from './types.training';

/** Training heads: the job, what shows while it runs, and what it ended in. */
export function trainingActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	heads: Heads,
): TrainingActions {
	/** A head's epochs; the network's own batches have none. */
	function show({ epoch }: Progress): void {
		if (!epoch) return;
		set(({ training }) => ({
			training: training && { ...training, curve: [...training.curve, epoch] },
		}));
	}

	function labelled({ specification, choice }: TrainRequest) {
		const { products, labels } = get();
		const assignments = [...(labels.get(specification.field)?.values() ?? [])];
		return { specification, choice, products, assignments };
	}

	async function run(request: TrainRequest): Promise<string> {
		const found = await manifest();
		const { head } = await jobs.run('train', false, (job) =>
			trainAndReport(
				services,
				found,
				{
					...labelled(request),
					name: request.name,
					backend: request.backend === 'webgpu' ? 'webgpu' : null,
					networks: device,
				},
				{
					signal: job.signal,
					report(progress) {
						job.report(progress);
						show(progress);
					},
				},
			),
		);
		await heads.open();
		return head.id;
	}

	return {
		train: (request) =>
			attempt(async () => {
				if (get().training) return;
				const { name, specification } = request;
				set({ training: { name, specification, curve: [] }, trainingProblem: null });
				try {
					set({ lastTrainedId: await run(request) });
				} catch (error) {
					if (isCancelled(error) || !(error instanceof AppError)) throw error;
					if (error.code === 'models-not-prepared') throw error;
					// Said where it can be mended.
					set({ trainingProblem: { code: error.code, detail: error.detail } });
				} finally {
					set({ training: null });
				}
			}),
		planTraining: async (request) => trainingPlan(await manifest(), labelled(request)),
		async photoNetworks() {
			const found = await manifest();
			const ofSort = sortBackbone(found).id;
			return found.models
				.filter(({ kind }) => kind === 'backbone')
				.map(({ id, name }) => ({ id, name, ofSort: id === ofSort }))
				.sort((a, b) => Number(b.ofSort) - Number(a.ofSort));
		},
		canTrainOnWebgpu: async () => (await probeDevice()).adapter !== null,
		dismissTrainingProblem: () => set({ trainingProblem: null }),
	};
}
