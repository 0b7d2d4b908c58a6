/**
 * What Chinese provides for English words `T`: the same keys with any words. It has one plural form, so there is
 * no `_one`.
 */
export type Words<T> = {
	readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
		? string
		: Words<T[K]>;
};
