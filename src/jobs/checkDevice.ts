import type { VisionBackend } from '../domain/backends';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import { visionPool } from '../workers/vision';
import type { Services } from './services';
import { attempt } from './tryBackend';

/** What one network on one backend did with the reference picture. */
export interface DeviceCheck {
	/** As shown: "ResNet-50". */
	model: string;
	backend: VisionBackend;
	/** Cosine to the stored answer; `null` when it did not get that far. */
	cosine: number | null;
	milliseconds: number | null;
	/** Why it did not. */
	reason: string | null;
}

const backends: VisionBackend[] = ['wasm', 'wasm-threads', 'webgpu'];

/**
 * Runs every photo network on every backend, slow and imitated ones too, and compares the answers with the
 * stored ones: what a person, or a test, can look at to believe that all of them see the same.
 * @param onResult called after each
 */
export async function checkDevice(
	services: Pick<Services, 'base' | 'newVision'>,
	manifest: ModelsManifest,
	onResult: (result: DeviceCheck) => void,
	job: JobContext,
): Promise<void> {
	const entries = manifest.models.filter((model) => model.kind === 'backbone');
	const total = entries.length * backends.length;
	let done = 0;
	for (const entry of entries)
		for (const backend of backends) {
			job.report({ step: 'check-backend', done, total });
			const pool = visionPool(1, services.newVision);
			const input = { backbone: entry, backend, base: services.base };
			try {
				const quiet = { signal: job.signal, report() {} };
				const ready = await attempt(pool, (watched) => pool.remote.load(input, watched), quiet);
				const failed = typeof ready === 'string';
				onResult({
					model: entry.name,
					backend,
					cosine: failed ? null : ready.referenceCosine,
					milliseconds: failed ? null : ready.millisecondsPerPhoto,
					reason: failed ? ready : null,
				});
			} finally {
				pool.terminate('checked');
			}
			done += 1;
		}
	job.report({ step: 'check-backend', done, total });
}
