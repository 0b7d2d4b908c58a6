import type { BackboneReady, VisionBackend } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { PhotoEntry } from '../domain/tuning';
import { type BackendChoice, putSetting, setting } from '../storage/settings';
import { type VisionPool, visionPool } from '../workers/vision';
import { type DeviceProbe, probeDevice } from './probeDevice';
import type { Services } from './services';
import { attempt, type Finding } from './tryBackend';

/** A backend that was chosen, loaded and tested: ready to embed. The caller terminates it. */
export interface ChosenVision {
	choice: BackendChoice;
	ready: BackboneReady;
	pool: VisionPool;
}

const candidates: VisionBackend[] = ['webgpu', 'wasm-threads', 'wasm'];

/**
 * Chooses what photos are embedded on by trying: each candidate in fresh workers must reproduce the
 * reference picture, and the fastest wins. Remembered per device, so the next visit only loads the winner.
 * What the user chose wins, and is passed over only while it does not work.
 * @param died backends that failed during this visit, with what they said; not tried again
 * @throws AppError `backend-unavailable` when none works; `model-missing`, `model-damaged`
 */
export async function chooseVisionBackend(
	services: Pick<Services, 'base' | 'newVision'>,
	entry: PhotoEntry,
	job: JobContext,
	died: Finding[] = [],
): Promise<ChosenVision> {
	const device = await probeDevice();
	const findings = [...died];
	const tried = (backend: string): boolean =>
		findings.some((finding) => finding.backend === backend);

	async function loaded(backend: VisionBackend): Promise<Live | null> {
		const pool = visionPool(workersFor(backend, device), services.newVision);
		const input = { backbone: entry, backend, base: services.base };
		const result = await attempt(pool, (watched) => pool.remote.load(input, watched), job);
		if (typeof result === 'string') {
			findings.push({ backend, milliseconds: null, reason: result });
			return null;
		}
		findings.push({ backend, milliseconds: result.millisecondsPerPhoto, reason: null });
		return { ready: result, pool };
	}

	const remembered = (await setting('backends'))?.[entry.id];
	const chosen = remembered?.by === 'chosen';
	if (remembered && (chosen || remembered.device === device.name) && !tried(remembered.backend)) {
		const live = await loaded(remembered.backend as VisionBackend);
		if (live) return { choice: chosen ? { ...remembered, findings } : remembered, ...live };
	}

	let best: Live | null = null;
	for (const backend of candidates.filter((candidate) => !tried(candidate))) {
		const reason = notWorthTrying(backend, device);
		if (reason) {
			findings.push({ backend, milliseconds: null, reason });
			continue;
		}
		best = faster(best, await loaded(backend));
	}
	// Plain JavaScript is slower than anything else by far: only when there is nothing else.
	if (!best && !tried('cpu')) best = await loaded('cpu');
	if (!best) throw new AppError('backend-unavailable', { model: entry.id, reason: said(findings) });

	const choice: BackendChoice = {
		backend: best.ready.backend,
		by: 'measured',
		findings,
		device: device.name,
	};
	// A backend that died may work again tomorrow, and the user's choice is the user's to change.
	if (died.length === 0 && !chosen) await remember(entry.id, choice);
	return { choice, ...best };
}

/** Uses `backend` for this model from the next load on, whatever measurements say; `null` measures anew. */
export async function overrideBackend(modelId: string, backend: string | null): Promise<void> {
	const choice: BackendChoice | null = backend
		? { backend, by: 'chosen', findings: [], device: (await probeDevice()).name }
		: null;
	await remember(modelId, choice);
}

type Live = Omit<ChosenVision, 'choice'>;

function faster(a: Live | null, b: Live | null): Live | null {
	if (!a || !b) return a ?? b;
	const [winner, loser] =
		a.ready.millisecondsPerPhoto <= b.ready.millisecondsPerPhoto ? [a, b] : [b, a];
	loser.pool.terminate('another backend is faster');
	return winner;
}

function notWorthTrying(backend: VisionBackend, device: DeviceProbe): string | null {
	if (backend === 'webgpu') {
		if (!device.adapter) return 'no-adapter';
		if (device.adapter.software) return 'software-adapter';
	}
	if (backend === 'wasm-threads') {
		if (!device.isolated) return 'not-isolated';
		// TF.js takes at most half of the processors as threads.
		if (device.cores < 4) return 'one-thread';
	}
	return null;
}

/** Side by side, single-threaded workers share photos almost perfectly (two: 1.94 times one); each holds the weights. */
function workersFor(backend: VisionBackend, { cores, memory }: DeviceProbe): number {
	if (backend === 'webgpu' || backend === 'wasm-threads') return 1;
	const affordable = memory <= 2 ? 1 : memory <= 4 ? 2 : 4;
	return Math.min(cores, affordable);
}

async function remember(modelId: string, choice: BackendChoice | null): Promise<void> {
	const { [modelId]: _, ...others } = (await setting('backends')) ?? {};
	await putSetting('backends', choice ? { ...others, [modelId]: choice } : others);
}

function said(findings: Finding[]): string {
	return findings.map(({ backend, reason }) => `${backend}: ${reason}`).join(', ');
}
