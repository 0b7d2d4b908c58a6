import type { KeptFile } from '../domain/offline';
import type { Problem } from '../domain/product';
import type { Method } from './rpc';

/** What a page asks the service worker. It serves files by itself; these are only the questions. */
export type ServiceWorkerContract = {
	/** Everything the build consists of, models aside; paths relative to the app's address. */
	buildFiles: Method<null, KeptFile[]>;
	/** Takes the place of the version before it, in every tab. */
	takeOver: Method<null, void>;
};

/** From service worker to pages: this version could not be stored. */
export interface InstallFailure {
	kind: 'install-failed';
	problem: Problem;
}
