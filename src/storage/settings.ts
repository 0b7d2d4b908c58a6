import type { ConfirmedLabels } from '../domain/audit';
import type { ToldApart } from '../domain/product';
import type { Verdicts } from '../domain/suspicion';
import { openDatabase, writing } from './database';

/** What is remembered between visits. */
export interface Settings {
	taxonomyId: string;
	/** Whether single letters and digits do things on the Sort screen. */
	shortcuts: boolean;
	/** The head that Sort uses for each field, by id. */
	activeHeads: Record<string, string>;
	/** Probability at or above which Sort decides alone, by head id. */
	headThresholds: Record<string, number>;
	/** The last saved project, and whether this browser's visitor was reminded of it. */
	backup: Backup;
	confirmedLabels: ConfirmedLabels;
	suspicionVerdicts: Verdicts;
	toldApart: ToldApart;
	/** Whether products were removed, whose photos may belong to nobody. */
	photosLeftBehind: boolean;
	/** Measured backends per model, so that the next visit need not measure again. */
	backends: Record<string, BackendChoice>;
}

export interface Backup {
	/** Milliseconds since 1970. */
	savedAt: number | null;
	/** Once is enough. */
	reminded: boolean;
}

export interface BackendChoice {
	backend: string;
	/** `measured`, or `chosen` by the user. */
	by: 'measured' | 'chosen';
	/** What the measurement said, per backend, in ms per item; or why a backend was skipped. */
	findings: { backend: string; milliseconds: number | null; reason: string | null }[];
	/** The browser and device it was measured on; another one measures again. */
	device: string;
}

export async function setting<K extends keyof Settings>(key: K): Promise<Settings[K] | undefined> {
	return (await openDatabase()).get('settings', key) as Promise<Settings[K] | undefined>;
}

export async function putSetting<K extends keyof Settings>(
	key: K,
	value: Settings[K],
): Promise<void> {
	await writing((database) => database.put('settings', value, key));
}
