/**
 * How a head makes use of another one: `start` begins from its weights and is held near them (L2-SP); `features` learns
 * from what it answers, beside what it looks at.
 */
export const carryings = ['start', 'features'] as const;
export type Carrying = (typeof carryings)[number];

/** The head that another one makes use of. */
export interface Carried {
	headId: string;
	by: Carrying;
}
