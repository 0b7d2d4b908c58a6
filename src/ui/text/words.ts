/**
 * What Chinese provides for English words `T`: the same keys with any words. It has one plural form, so there is
 * no `_one`. What is missing stands in English.
 */
export type Words<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Words<T[K]> } & {
	readonly [further: string]: unknown;
};
