import { useCallback, useEffect, useState } from 'react';
import type { PhotoNetwork } from '../../../state/types.training';
import { useAisle } from '../../store';

/** What photo networks are called; one that is no longer there, and all until they are read, by their id. */
export function useNetworkNames(): (id: string) => string {
	const photoNetworks = useAisle((state) => state.photoNetworks);
	const [networks, setNetworks] = useState<readonly PhotoNetwork[]>([]);
	useEffect(() => {
		// Where the list cannot be read, whoever needs a network says why.
		photoNetworks().then(setNetworks, () => {});
	}, [photoNetworks]);
	return useCallback(
		(wanted) => networks.find(({ id }) => id === wanted)?.name ?? wanted,
		[networks],
	);
}
