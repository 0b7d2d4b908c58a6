import { useState } from 'react';

/** Where one is among so many, one after the other; −1 among none. It stays within them when there are fewer. */
export function useLeafing(count: number): { at: number; move(to: number): void } {
	const [wanted, setWanted] = useState(0);
	return {
		at: Math.min(wanted, count - 1),
		move: (to) => setWanted(Math.max(0, Math.min(to, count - 1))),
	};
}
