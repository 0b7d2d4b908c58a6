import { embeddingSetId } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import { checkDevice } from '../jobs/checkDevice';
import { overrideBackend } from '../jobs/chooseBackend';
import type { Networks } from '../jobs/embedInputs';
import { photoEntry, sortBackbone, textEncoder } from '../jobs/modelEntries';
import { type PhotoEngine, startPhotoEngine } from '../jobs/photoEngine';
import { startTextEngine, type TextEngine } from '../jobs/textEngine';
import { backboneStamps } from '../maths/stamps';
import type { ActionContext } from './context';
import type { AisleActions, DeviceReport } from './types';

/** The networks of this visit: started when first needed, then kept. */
export interface Device extends Networks {
	actions: Pick<AisleActions, 'chooseBackend' | 'checkDevice'>;
	/** The one that Sort rests on. */
	photoEngine(job: JobContext): Promise<PhotoEngine>;
	/** Ends the photo network: what was chosen for it is gone, or another choice was made. */
	forget(): Promise<void>;
}

/** Milliseconds for which a network that nobody uses stays in memory. */
const lentFor = 30_000;

/** Starting networks, and saying which runtime runs them and why. */
export function deviceActions({ services, set, jobs, manifest, attempt }: ActionContext): Device {
	let photos: Promise<PhotoEngine> | null = null;
	let titles: Promise<TextEngine> | null = null;
	/** The loan of another photo network: one at a time. */
	let loan: Promise<void> = Promise.resolve();
	/** The one that was lent last stays a while: whoever leafs through photos asks again at once. */
	let lent: PhotoEngine | null = null;
	let closing: ReturnType<typeof setTimeout> | undefined;

	function closeLent(): void {
		lent?.close();
		lent = null;
	}

	/** A start that failed or was cancelled is tried anew next time. */
	function kept<T>(engine: Promise<T>, forget: () => void): Promise<T> {
		engine.catch(forget);
		return engine;
	}

	async function startPhotos(job: JobContext): Promise<PhotoEngine> {
		const entry = sortBackbone(await manifest());
		return startPhotoEngine(
			services,
			entry,
			({ ready, choice, pool }) => {
				const report: DeviceReport = {
					backend: ready.backend,
					device: ready.device,
					by: choice.by,
					millisecondsPerItem: ready.millisecondsPerPhoto,
					threads: ready.threads,
					workers: pool.size,
					findings: choice.findings,
				};
				set({ vision: report });
			},
			job,
		);
	}

	async function startTitles(job: JobContext): Promise<TextEngine> {
		const engine = await startTextEngine(services, textEncoder(await manifest()), job);
		const { ready, choice } = engine.current();
		const report: DeviceReport = {
			backend: ready.backend,
			device: '',
			by: choice.by,
			millisecondsPerItem: ready.millisecondsPerTitle,
			threads: ready.threads,
			workers: 1,
			findings: choice.findings,
		};
		set({ text: report });
		return engine;
	}

	const forgetPhotos = (): void => {
		photos = null;
	};
	const forgetTitles = (): void => {
		titles = null;
	};

	const device: Device = {
		photoEngine(job) {
			photos ??= kept(startPhotos(job), forgetPhotos);
			return photos;
		},
		textEngine(job) {
			titles ??= kept(startTitles(job), forgetTitles);
			return titles;
		},
		async withPhotoEngine(network, job, use) {
			const found = await manifest();
			const entry = photoEntry(found, network);
			const set = embeddingSetId(backboneStamps(entry).embedding);
			if (set === embeddingSetId(backboneStamps(sortBackbone(found)).embedding))
				return use(await device.photoEngine(job));
			const before = loan;
			const mine = (async () => {
				await before;
				job.signal.throwIfAborted();
				clearTimeout(closing);
				if (lent && embeddingSetId(backboneStamps(lent.entry).embedding) !== set) closeLent();
				lent ??= await startPhotoEngine(services, entry, () => {}, job);
				try {
					await use(lent);
				} finally {
					closing = setTimeout(closeLent, lentFor);
				}
			})();
			loan = mine.catch(() => {});
			return mine;
		},
		async forget() {
			const running = photos;
			forgetPhotos();
			set({ vision: null });
			(await running?.catch(() => null))?.close();
		},
		actions: {
			checkDevice: () =>
				attempt(async () => {
					set({ deviceChecks: [] });
					const found = await manifest();
					await jobs.run('check', false, (job) =>
						checkDevice(
							services,
							found,
							(check) => set(({ deviceChecks }) => ({ deviceChecks: [...deviceChecks, check] })),
							job,
						),
					);
				}),
			chooseBackend: (backend) =>
				attempt(async () => {
					await overrideBackend(sortBackbone(await manifest()).id, backend);
					await device.forget();
					// Started at once, so that the choice is seen to work, or why not.
					await jobs.run('check', false, (job) => device.photoEngine(job));
				}),
		},
	};
	return device;
}
