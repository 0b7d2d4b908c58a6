import { createContext, useContext } from 'react';
import { useSelected } from '../state/hooks';
import type { AisleStore } from '../state/store';
import type { AisleState } from '../state/types';

export const StoreContext = createContext<AisleStore | null>(null);

/** The store itself, for handlers that read it when something happens. */
export function useAisleStore(): AisleStore {
	const store = useContext(StoreContext);
	if (!store) throw new Error('A view stands outside of <App>');
	return store;
}

/** What the view shows. Shallowly compared, so a selector may pick several things into an object. */
export function useAisle<T>(select: (state: AisleState) => T): T {
	return useSelected(useAisleStore(), select);
}
