import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { OfflinePart, PartStatus } from '../domain/offline';
import type { Problem } from '../domain/product';
import { offlineParts, partStatuses } from './offlineParts';
import type { Services } from './services';

/** What lies in the browser's cache of everything Aisle needs, each file by its contents. */
export async function checkOffline(
	services: Services,
	manifest: ModelsManifest,
	job: JobContext,
): Promise<PartStatus[]> {
	const parts = await allParts(services, manifest);
	const files = parts.flatMap((part) => part.files);
	const states = await services.offline.remote.check({ base: services.base, files }, job);
	return partStatuses(parts, states);
}

/**
 * Fetches what is missing or damaged; what is done stays after a cancel. Progress in bytes.
 * @returns why files could not be had
 * @throws AppError `storage-full`, `storage-unavailable`
 */
export async function keepForOffline(
	services: Services,
	manifest: ModelsManifest,
	job: JobContext,
): Promise<Problem[]> {
	const files = (await allParts(services, manifest)).flatMap((part) => part.files);
	return services.offline.remote.keep({ base: services.base, files }, job);
}

async function allParts(services: Services, manifest: ModelsManifest): Promise<OfflinePart[]> {
	return offlineParts((await services.serviceWorker?.buildFiles()) ?? [], manifest);
}
