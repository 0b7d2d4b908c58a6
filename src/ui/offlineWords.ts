import type { PartStatus } from '../domain/offline';
import type { OfflineStatus } from '../state/types.offline';

/** How much of everything is on this device. */
export interface OfflineSummary {
	/** `unsupported` and `failed` both mean: not without the network. */
	state: 'starting' | 'unsupported' | 'failed' | 'ready' | 'partly' | 'damaged';
	bytes: number;
	keptBytes: number;
	/** Paths of stored files that are not what they should be. */
	damaged: string[];
}

export function offlineSummary(status: OfflineStatus): OfflineSummary {
	if (status.phase !== 'checked')
		return { state: status.phase, bytes: 0, keptBytes: 0, damaged: [] };
	const { parts } = status;
	const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
	const keptBytes = parts.reduce((sum, part) => sum + part.keptBytes, 0);
	const damaged = parts.flatMap((part) => part.damaged);
	const state = damaged.length > 0 ? 'damaged' : keptBytes === bytes ? 'ready' : 'partly';
	return { state, bytes, keptBytes, damaged };
}

export function partState({ bytes, keptBytes, damaged }: PartStatus) {
	if (damaged.length > 0) return 'damaged';
	return keptBytes === bytes ? 'kept' : keptBytes === 0 ? 'missing' : 'partly';
}
