import type { ErrorCode } from '../domain/errors';
import { deleteEverything, storedCounts } from '../storage/everything';
import { unfinishedImports } from '../storage/imports';
import { forgetIncoming } from '../storage/incoming';
import { clearOutputs } from '../storage/outputFile';
import { allPhotos, photoBlob, thumbnail } from '../storage/photos';
import { allProducts } from '../storage/products';
import { setting } from '../storage/settings';
import type { Audits } from './auditActions';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import { decisionsShown } from './fieldTarget';
import type { Heads } from './headActions';
import { emptyCatalogue } from './initialData';
import type { Lab } from './labActions';
import type { Labels } from './labelActions';
import type { Offline } from './offlineActions';
import type { ProductEdits } from './productEditActions';
import type { SuspiciousOnes } from './suspiciousActions';
import type { Taxonomies } from './taxonomyActions';
import type { AisleActions } from './types';

type StorageActions = Pick<
	AisleActions,
	| 'open'
	| 'exportCsv'
	| 'exportForShop'
	| 'exportLabels'
	| 'storedCounts'
	| 'deleteEverything'
	| 'thumbnailUrl'
	| 'photoUrl'
>;

/** The catalogue as a whole: open it, take it away, delete it. What writes files comes when it is asked for. */
export function storageActions(
	{ set, get, manifest, attempt, jobs }: ActionContext,
	device: Device,
	{
		audits,
		suspicious,
		productEdits,
		labels,
		heads,
		lab,
		offline,
		taxonomies,
	}: {
		audits: Audits;
		suspicious: SuspiciousOnes;
		productEdits: ProductEdits;
		labels: Labels;
		heads: Heads;
		lab: Lab;
		offline: Offline;
		taxonomies: Taxonomies;
	},
): StorageActions {
	async function read(): Promise<void> {
		const [products, photos, unfinished, shortcuts, backup] = await Promise.all([
			allProducts(),
			allPhotos(),
			unfinishedImports(),
			setting('shortcuts'),
			setting('backup'),
			audits.open(),
			suspicious.open(),
			productEdits.open(),
			labels.open(),
			heads.open(),
			lab.open(),
		]);
		set({
			products,
			photos: new Map(photos.map((photo) => [photo.id, photo])),
			unfinished,
			shortcuts: shortcuts ?? true,
			backup: backup ?? emptyCatalogue.backup,
			kept: products.length > 0 ? await navigator.storage.persisted() : null,
			phase: 'ready',
		});
	}

	function stop(code: ErrorCode): void {
		set({ phase: 'broken', problem: { code, detail: {} } });
	}

	async function openHere(): Promise<void> {
		await attempt(async () => {
			// What a tab that was closed in the middle of it has left.
			await forgetIncoming();
			await clearOutputs();
			await read();
		});
		if (get().phase !== 'ready') {
			set({ phase: 'broken' });
			return;
		}
		await attempt(async () => {
			await manifest();
			set({ models: 'ready' });
			await taxonomies.open();
		});
	}

	return {
		open() {
			// Of such a page browsers take nearly everything away that Aisle stands on.
			if (!window.isSecureContext) {
				stop('address-not-secure');
				return Promise.resolve();
			}
			offline.start();
			// One tab at a time writes the catalogue; a second one waits until the first is closed.
			return new Promise((opened, failed) => {
				const hold = async (): Promise<never> => {
					await openHere();
					opened();
					return new Promise<never>(() => {});
				};
				const asked = navigator.locks.request('aisle', { ifAvailable: true }, (lock) => {
					if (lock) return hold();
					set({ phase: 'elsewhere' });
					opened();
					void navigator.locks.request('aisle', hold);
					return undefined;
				});
				// Where nothing may be stored, there are no locks either.
				asked.catch((error: unknown) => {
					if (!(error instanceof DOMException)) return failed(error);
					stop('storage-unavailable');
					opened();
				});
			});
		},
		async exportCsv() {
			const { exportDecisions } = await import('../jobs/exportDecisions');
			return exportDecisions({ ...get(), decisions: decisionsShown(get()) }, get().labels);
		},
		async exportLabels() {
			const { exportLabels } = await import('../jobs/exportLabels');
			return exportLabels(get().products, get().labels);
		},
		async exportForShop(format) {
			const { exportForShop } = await import('../jobs/exportForShop');
			const catalogue = { ...get(), decisions: decisionsShown(get()) };
			return exportForShop(catalogue, format, get().review.threshold);
		},
		storedCounts,
		deleteEverything: () =>
			attempt(async () => {
				for (const kind of get().jobs.keys()) jobs.cancel(kind);
				await jobs.idle();
				await deleteEverything();
				await clearOutputs();
				await device.forget();
				set({ ...emptyCatalogue, shortcuts: true });
				await taxonomies.open();
			}),
		async thumbnailUrl(photoId) {
			const blob = await thumbnail(photoId);
			return blob ? URL.createObjectURL(blob) : null;
		},
		async photoUrl(photoId) {
			const blob = await photoBlob(photoId);
			return blob ? URL.createObjectURL(blob) : null;
		},
	};
}
