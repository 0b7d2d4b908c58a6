import type { VisionBackend } from '../domain/backends';
import { AppError, isCancelled } from '../domain/errors';
import { type Progress, unattended } from '../domain/job';
import { sortBackbone } from '../jobs/modelEntries';
import { probeDevice } from '../jobs/probeDevice';
import type { StepToMeasure, tuningPace } from '../jobs/tuningPace';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Heads } from './headActions';
import type { TrainingActions, TrainRequest } from './types.training';

/** `null` for the usual one. */
function ownBackend({ backend }: TrainRequest): VisionBackend | null {
	return backend === 'webgpu' ? 'webgpu' : null;
}

/** Training heads, by jobs that come when they are asked for: the job, what shows while it runs, and what it ended in. */
export function trainingActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	heads: Heads,
): TrainingActions {
	/** A head's epochs; the network's own batches have none. */
	function show({ epoch }: Progress): void {
		if (!epoch) return;
		set(({ training }) => {
			if (!training) return {};
			// A network that learns has a curve of its own; the head's begins anew.
			const before = training.curve.at(-1);
			const curve = before && before.epoch < epoch.epoch ? training.curve : [];
			return { training: { ...training, curve: [...curve, epoch] } };
		});
	}

	function labelled({ specification, choice }: TrainRequest) {
		const { products, labels } = get();
		const assignments = [...(labels.get(specification.field)?.values() ?? [])];
		return { specification, choice, products, assignments };
	}

	/** By what the step rests on; measured once in a visit. */
	const paces = new Map<string, ReturnType<typeof tuningPace>>();

	async function measuredPace(step: StepToMeasure): ReturnType<typeof tuningPace> {
		const { tuningPace } = await import('../jobs/tuningPace');
		return tuningPace(services, step);
	}

	function paceOf(step: StepToMeasure): ReturnType<typeof tuningPace> {
		const key = [step.entry.id, step.stages, step.labels, step.backend].join();
		const measured = paces.get(key) ?? measuredPace(step);
		measured.catch(() => paces.delete(key));
		paces.set(key, measured);
		return measured;
	}

	async function run(request: TrainRequest): Promise<string> {
		const { trainAndReport } = await import('../jobs/trainAndReport');
		const found = await manifest();
		const { head } = await jobs.run('train', false, (job) =>
			trainAndReport(
				services,
				found,
				{
					...labelled(request),
					name: request.name,
					backend: ownBackend(request),
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
		async planTraining(request) {
			const { trainingPlan } = await import('../jobs/trainingPlan');
			return trainingPlan(await manifest(), {
				...labelled(request),
				paceOf: (step) => paceOf({ ...step, backend: ownBackend(request) }),
			});
		},
		async advise(request, signal) {
			const { advise } = await import('../jobs/advise');
			return advise(services, await manifest(), labelled(request), { ...unattended, signal });
		},
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
