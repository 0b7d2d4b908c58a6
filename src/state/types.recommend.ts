import type { Blends, InteractionsRead } from '../domain/interactions';

export interface RecommendData {
	/** Who took what, of this visit; `null` before a table was brought in. */
	interactions: InteractionsRead | null;
	/** What blends are worth on it; `null` until that is measured. */
	blends: Blends | null;
}

export interface RecommendActions {
	/** Reads a table `user,item[,rating]` and measures which blend works on it. Stores nothing. */
	bringInteractions(file: File): Promise<void>;
	forgetInteractions(): void;
}
