import type { ModelEntry } from '../../src/domain/models';
import type { Source } from './sources';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What an entry of models.json says beyond what follows from its recipe and its files. */
export type Description = DistributiveOmit<ModelEntry, 'id' | 'source' | 'files'>;

/** How one model is made from one package. */
export interface Recipe {
	/** Also its folder below `public/models/`, unless it lies with others. */
	id: string;
	source: Source;
	/** Makes its files in `folder` from the unpacked package: the same bytes on every machine. */
	make(unpacked: string, folder: string): Promise<void>;
	/** For `--write-manifest`. @param root `public/models`, with the files made */
	describe(root: string): Promise<Description>;
}
