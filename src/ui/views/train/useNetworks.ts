import { useEffect, useState } from 'react';
import type { PhotoNetwork } from '../../../state/types.training';
import { useAisle } from '../../store';

/** Networks that photos can be looked at with; `null` until they are read. */
export function useNetworks(): PhotoNetwork[] | null {
	const photoNetworks = useAisle((state) => state.photoNetworks);
	const [networks, setNetworks] = useState<PhotoNetwork[] | null>(null);
	useEffect(() => {
		void photoNetworks().then(setNetworks);
	}, [photoNetworks]);
	return networks;
}
