import type { FieldName } from './field';
import type { Problem } from './product';

/**
 * Whose table it is, by its headers. `shopify` is the present export, `shopify-older` the one before 2025, `aisle`
 * one of our own.
 */
export const tableDialects = ['aisle', 'shopify', 'shopify-older', 'merchant', 'plain'] as const;
export type TableDialect = (typeof tableDialects)[number];

/** What a column may tell of a product; everything else is an attribute. */
export const columnRoles = [
	'photo',
	'morePhotos',
	'title',
	'description',
	'sku',
	'handle',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** What a drop holds, told before anything of it is imported. */
export interface DropSummary {
	/** Pictures by name, those in zips included. */
	photos: number;
	tables: TableSummary[];
	teachable: TeachableSummary[];
	/** Folders of which nobody can tell whether they are one product or many. */
	counted: CountedFolder[];
}

/** A folder whose photos are all counted up under one name: `boots/boot_1.jpg … boot_10.jpg`. */
export interface CountedFolder {
	/** Empty for files that lie in none. */
	folder: string;
	photos: number;
	/** Names of files. */
	first: string;
	last: string;
}

/** What such a folder is: one product, or as many as it has photos. */
export type Counted = 'together' | 'apart';

/** What a table says, as far as a person needs to know before it is imported. */
export interface TableSummary {
	/** Folders, zip and name. */
	path: string;
	dialect: TableDialect;
	rows: number;
	/** Rows of one product count once. */
	products: number;
	/** Products for which there is a picture in the same drop. */
	withPhoto: number;
	/** Headers by what they tell of a product; roles that no column has are left out. */
	columns: { role: ColumnRole; headers: string[] }[];
	/** What is kept as it is. */
	attributes: string[];
	/** Fields that it has labels for, and how many of its rows have one. */
	labels: { field: FieldName; rows: number }[];
	/** The first rows. */
	preview: PreviewRow[];
	/** Bad rows by line, doubled columns, or why nothing can be read. */
	problems: Problem[];
}

export interface PreviewRow {
	line: number;
	photo: string;
	title: string;
	sku: string;
	handle: string;
}

/** A Teachable Machine project: a zip of samples, each with its class. */
export interface TeachableSummary {
	path: string;
	photos: number;
	/** In order of their first sample. */
	classes: { name: string; photos: number }[];
}
