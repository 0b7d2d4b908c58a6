import type { VisionBackend } from '../domain/backends';
import { unattended } from '../domain/job';
import type { PhotoEntry } from '../domain/tuning';
import type { TuningPace } from '../workers/tune.contract';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

/** What a step rests on. */
export interface StepToMeasure {
	entry: PhotoEntry;
	/** `null` for all of it. */
	stages: number | null;
	labels: number;
	backend: VisionBackend | null;
}

/** How long a photo takes: one step is done with made-up photos. @throws what networks fail of */
export async function tuningPace(
	services: Pick<Services, 'newTune' | 'base'>,
	{ entry, stages, labels, backend }: StepToMeasure,
): Promise<TuningPace> {
	const worker = services.newTune();
	try {
		await worker.remote.open(
			{ entry, stages, seed: 1, backend: backend ?? learnBackend(), base: services.base },
			unattended,
		);
		return await worker.remote.measure({ labels }, unattended);
	} finally {
		worker.terminate('measured');
	}
}
