import type { JobContext, Progress } from '../domain/job';
import { rateMeter, timeLeft } from '../maths/progressRate';
import type { AisleData, JobKind, RunningJob } from './types';

/** A job that can also be held between two batches. */
export interface PausableJob extends JobContext {
	/** Resolves at once, or when the pause ends. Rejects when cancelled meanwhile. */
	unpaused(): Promise<void>;
}

export interface JobRunner {
	/** Runs `work` as the one job of its kind; its progress shows in the store. Rejects as `work` does. */
	run<T>(kind: JobKind, pausable: boolean, work: (job: PausableJob) => Promise<T>): Promise<T>;
	pause(kind: JobKind): void;
	resume(kind: JobKind): void;
	cancel(kind: JobKind): void;
	/** Resolves when nothing runs any more. */
	idle(): Promise<void>;
}

interface Control {
	/** Settles with the work, never rejects. */
	ended: Promise<void>;
	controller: AbortController;
	/** Set while paused: what the work waits for. */
	gate: Gate | null;
}

interface Gate {
	promise: Promise<void>;
	open(): void;
}

function gate(): Gate {
	let open = (): void => {};
	const promise = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { promise, open };
}

type SetData = (change: (state: AisleData) => Partial<AisleData>) => void;

/** Keeps the controls of running jobs; the store shows only their plain data. */
export function jobRunner(set: SetData): JobRunner {
	const controls = new Map<JobKind, Control>();
	const resets = new Map<JobKind, () => void>();

	function show(kind: JobKind, change: Partial<RunningJob> | null): void {
		set((state) => {
			const jobs = new Map(state.jobs);
			const shown = jobs.get(kind);
			if (change === null) jobs.delete(kind);
			else if (shown) jobs.set(kind, { ...shown, ...change });
			return { jobs };
		});
	}

	async function run<T>(
		kind: JobKind,
		pausable: boolean,
		work: (job: PausableJob) => Promise<T>,
	): Promise<T> {
		const { promise: ended, open: end } = gate();
		const control: Control = { ended, controller: new AbortController(), gate: null };
		controls.set(kind, control);
		const meter = rateMeter();
		resets.set(kind, meter.reset);
		let step: string | null = null;
		const first: RunningJob = {
			kind,
			progress: { step: 'read-files', done: 0, total: null },
			rate: null,
			timeLeft: null,
			paused: false,
			pausable,
		};
		set((state) => ({ jobs: new Map(state.jobs).set(kind, first) }));
		const { signal } = control.controller;
		try {
			return await work({
				signal,
				report(progress: Progress) {
					if (progress.step !== step) meter.reset();
					step = progress.step;
					meter.add(performance.now(), progress.done);
					const rate = meter.rate();
					show(kind, { progress, rate, timeLeft: timeLeft(progress.done, progress.total, rate) });
				},
				async unpaused() {
					while (control.gate) await control.gate.promise;
					signal.throwIfAborted();
				},
			});
		} finally {
			if (controls.get(kind) === control) {
				controls.delete(kind);
				resets.delete(kind);
				show(kind, null);
			}
			end();
		}
	}

	function resume(kind: JobKind): void {
		const control = controls.get(kind);
		control?.gate?.open();
		if (control) control.gate = null;
		resets.get(kind)?.();
		show(kind, { paused: false });
	}

	return {
		run,
		resume,
		pause(kind) {
			const control = controls.get(kind);
			if (!control || control.gate) return;
			control.gate = gate();
			show(kind, { paused: true, rate: null, timeLeft: null });
		},
		cancel(kind) {
			controls.get(kind)?.controller.abort(new DOMException('cancelled', 'AbortError'));
			resume(kind);
		},
		async idle() {
			while (controls.size > 0) await Promise.all([...controls.values()].map(({ ended }) => ended));
		},
	};
}
