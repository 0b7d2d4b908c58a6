import type { FieldName } from './field';

/**
 * What can make a listing suspicious. `disagree`: photo and title. `shared-photo`: one photo under two brands or
 * sellers. `odd-number`, `odd-value`: a column that says something else than those of the products most like it.
 * `unlike`: a photo unlike all others of its label.
 */
export const suspicionKinds = [
	'disagree',
	'shared-photo',
	'odd-number',
	'odd-value',
	'unlike',
] as const;
export type SuspicionKind = (typeof suspicionKinds)[number];

interface Suspected<Kind extends SuspicionKind> {
	kind: Kind;
	productId: string;
	/** 0–1; what it measures is the kind's own. */
	score: number;
	/** Products to hold it against, nearest first. */
	near: string[];
}

/** A listing that a person should look at, and what speaks against it. */
export type Suspicion = Disagreeing | SharingPhoto | OddNumber | OddValue | Unlike;

/** Score: the geometric mean of both shares. */
export interface Disagreeing extends Suspected<'disagree'> {
	/** Share of products that look more like those called similarly than this one does. Those are `near`. */
	photoShare: number;
	/** Share of products that are called more like those looking similar. */
	titleShare: number;
	lookAlike: string[];
}

/** Score: 1 for the same file, less for photos that only look the same. `near`: the others with that photo. */
export interface SharingPhoto extends Suspected<'shared-photo'> {
	column: string;
	/** What the column says of each, this one's first. */
	values: string[];
}

/** Score: 1 − 1 / times. */
export interface OddNumber extends Suspected<'odd-number'> {
	column: string;
	value: string;
	/** Least, middle and largest of those near. */
	low: number;
	middle: number;
	high: number;
	/** How many times the middle, or the middle how many times the value; `null` where the value is not above 0. */
	times: number | null;
}

/** Score: the share of those near that have the usual value. */
export interface OddValue extends Suspected<'odd-value'> {
	column: string;
	value: string;
	usual: string;
}

/** Score: how much is missing to the similarity that is usual there. */
export interface Unlike extends Suspected<'unlike'> {
	field: FieldName;
	label: string;
	/** Cosine, −1–1, of the photo to the nearest of its label, and what is usual. */
	similarity: number;
	usual: number;
}

/** `noted`: something is wrong and to be mended. `dismissed`: it is in order. */
export const verdicts = ['noted', 'dismissed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a person said of suspicions, by their keys (maths/suspicious/suspicionKey.ts). */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** What a look for suspicious listings came to, the highest score first. */
export interface SuspiciousListings {
	looked: number;
	/** Products of which no photo and no title was read. */
	without: number;
	/** The labels that photos were held against; `null` without any. */
	field: FieldName | null;
	found: Suspicion[];
}
