import type { TriedCount } from '../domain/groups';
import type { InputBlock } from '../domain/head';
import type { ProductToClassify } from './heads.contract';
import type { Method } from './rpc';

export interface PackedGroups {
	/** `[m]` indices of the products of which something is known. */
	rows: Int32Array;
	/** `[m]`: the group of each, from 0. */
	groups: Int32Array;
	/** `[m]`: how far each lies from the middle of its group; only its order means something. */
	distances: Float32Array;
	/** Numbers of groups that were tried; empty when one was given. */
	tried: TriedCount[];
}

export type GroupsContract = {
	/**
	 * Puts products into groups by their stored embeddings alone. Reports `read-embeddings` in products, `count-groups`
	 * in numbers tried and `group` in passes over the products, of which nobody knows how many there will be.
	 * @param count groups wanted; `null` takes the number at which they stand apart most clearly
	 */
	group: Method<
		{ products: ProductToClassify[]; inputs: InputBlock[]; count: number | null; seed: number },
		PackedGroups
	>;
};
