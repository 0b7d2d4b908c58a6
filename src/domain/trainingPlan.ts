import type { Problem } from './product';

/** What a training would do, worked out before it is started. */
export interface TrainingPlan {
	/** Products with a label in each part of the split. */
	counts: { train: number; validation: number; test: number };
	/** Distinct labels. */
	labels: number;
	/** Labels with too few products to be in every part. */
	tooSmall: string[];
	/** The rarest and the most common label among the products to learn from; `null` when there are none. */
	rarest: LabelCount | null;
	commonest: LabelCount | null;
	/** Labelled products that have neither photo nor title to look at. */
	without: number;
	/** Pictures that networks have to look at first, and titles that have to be read. */
	pictures: number;
	titles: number;
	/** Roughly, in seconds. */
	seconds: { embed: number; tune: number; train: number };
	/** Kept of photos while a network learns, in bytes; 0 where none does. */
	memory: number;
	/** Why it would fail; `null` when nothing is known to be in the way. */
	problem: Problem | null;
}

export interface LabelCount {
	label: string;
	count: number;
}
