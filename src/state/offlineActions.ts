import { unattended } from '../domain/job';
import { checkOffline, keepForOffline } from '../jobs/keepForOffline';
import type { ActionContext } from './context';
import { mayReloadForIsolation } from './isolation';
import type { OfflineActions } from './types.offline';

export interface Offline {
	actions: OfflineActions;
	/** Starts the service worker, where there is one, and looks what is kept. */
	start(): void;
}

/** Remembered for the tab, so that a browser that will not be isolated is not reloaded again and again. */
const triedKey = 'aisle-isolation-tried';

/** What a person does to a page first. */
const touches = ['pointerdown', 'keydown', 'drop', 'paste'] as const;

/** Working without the network, and new versions of the app. */
export function offlineActions({
	services,
	set,
	get,
	jobs,
	manifest,
	attempt,
}: ActionContext): Offline {
	/** Pressed here: the reload that follows is wanted. */
	let takingOver = false;
	let touched = false;
	let checking: Promise<void> | null = null;

	function replaced(): void {
		// A tab that waits for another one has nothing to lose.
		if (takingOver || get().phase !== 'ready') window.location.reload();
		else set({ newVersion: 'here' });
	}

	/** A host without the two headers: with the service worker in charge, a reload brings them. */
	function isolate(): void {
		if (!navigator.serviceWorker.controller) return;
		const may = mayReloadForIsolation({
			isolated: window.crossOriginIsolated,
			touched,
			busy: get().jobs.size > 0,
			tried: sessionStorage.getItem(triedKey) !== null,
		});
		if (!may) return;
		sessionStorage.setItem(triedKey, 'yes');
		window.location.reload();
	}

	function check(): Promise<void> {
		const { phase } = get().offline;
		if (phase === 'unsupported' || phase === 'failed') return Promise.resolve();
		checking ??= attempt(async () => {
			const parts = await checkOffline(services, await manifest(), unattended);
			set({ offline: { phase: 'checked', parts } });
		}).finally(() => {
			checking = null;
		});
		return checking;
	}

	return {
		start() {
			if (!services.serviceWorker) {
				set({ offline: { phase: 'unsupported' } });
				return;
			}
			const touch = (): void => {
				touched = true;
			};
			for (const type of touches) window.addEventListener(type, touch, { capture: true });
			services.serviceWorker.start({
				controlled() {
					if (takingOver) window.location.reload();
					else isolate();
				},
				replaced,
				waiting: () => set({ newVersion: 'waiting' }),
				refused: () => set({ offline: { phase: 'unsupported' } }),
				failed(problem) {
					// A version before this one may be at work, and what it keeps is as good as it was.
					if (get().offline.phase === 'starting') set({ offline: { phase: 'failed', problem } });
				},
			});
			isolate();
			void check();
		},
		actions: {
			checkOffline: check,
			keepForOffline: () =>
				attempt(async () => {
					if (get().jobs.has('offline')) return;
					set({ offlineProblems: [] });
					const found = await manifest();
					try {
						const offlineProblems = await jobs.run('offline', false, (job) =>
							keepForOffline(services, found, job),
						);
						set({ offlineProblems });
					} finally {
						await check();
					}
				}),
			async useNewVersion() {
				if (get().jobs.size > 0) return;
				takingOver = true;
				if (get().newVersion === 'here') window.location.reload();
				else await services.serviceWorker?.takeOver();
			},
		},
	};
}
