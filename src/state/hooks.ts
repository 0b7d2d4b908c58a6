import { type StoreApi, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { AisleState } from './types';

/** What `select` picks from the store, again only when a part of it is another one. */
export function useSelected<T>(store: StoreApi<AisleState>, select: (state: AisleState) => T): T {
	return useStore(store, useShallow(select));
}
