import {
	type FieldName,
	type LabelAssignment,
	type LabelChange,
	type LabelSource,
	labelLevels,
} from '../domain/field';
import { pathSeparator } from '../domain/taxonomy';

/*
 * What edits of labels change, product by product. `labels` are those of one field, by product id; `at` is
 * the time, in milliseconds since 1970. Products that already are as wanted are not among the changes.
 */

type Labels = ReadonlyMap<string, LabelAssignment>;

/** True for the label itself and for every path below it. */
export function isAtOrBelow(label: string, top: string): boolean {
	return label === top || label.startsWith(top + pathSeparator);
}

/** Gives labels to products. @param onto `fill` leaves products alone that have one; `replace` takes away what is not given */
export function givenLabels(
	field: FieldName,
	labels: Labels,
	given: ReadonlyMap<string, string>,
	onto: 'replace' | 'fill',
	by: LabelSource,
	at: number,
): LabelChange[] {
	const changes: LabelChange[] = [];
	for (const [productId, label] of given) {
		const before = labels.get(productId);
		if (before && (onto === 'fill' || before.label === label)) continue;
		changes.push({ field, productId, label: { field, productId, label, by, at } });
	}
	if (onto === 'replace')
		for (const productId of labels.keys())
			if (!given.has(productId)) changes.push({ field, productId, label: null });
	return changes;
}

/** Gives products one label, or takes away the one they have. */
export function handLabelled(
	field: FieldName,
	labels: Labels,
	productIds: Iterable<string>,
	label: string | null,
	at: number,
): LabelChange[] {
	const changes: LabelChange[] = [];
	for (const productId of productIds) {
		if ((labels.get(productId)?.label ?? null) === label) continue;
		const given: LabelAssignment | null =
			label === null ? null : { field, productId, label, by: 'grid', at };
		changes.push({ field, productId, label: given });
	}
	return changes;
}

/**
 * Calls a label, and with it every path below it, something else. To the name of a label that exists, it is
 * a merge. Where each label came from, and when, stays as it was.
 */
export function renamedLabel(
	field: FieldName,
	labels: Labels,
	from: string,
	to: string,
): LabelChange[] {
	if (from === to) return [];
	return [...labels]
		.filter(([, { label }]) => isAtOrBelow(label, from))
		.map(([productId, assignment]) => ({
			field,
			productId,
			label: { ...assignment, label: to + assignment.label.slice(from.length) },
		}));
}

/** True when renaming puts products of two labels under one. */
export function isMerge(labels: Labels, from: string, to: string): boolean {
	if (from === to) return false;
	const at = [...labels.values()].map(({ label }) => label);
	return at.some((label) => isAtOrBelow(label, to) && !isAtOrBelow(label, from));
}

/** Takes a label, and with it every path below it, away from all products. */
export function deletedLabel(field: FieldName, labels: Labels, label: string): LabelChange[] {
	return [...labels]
		.filter(([, assignment]) => isAtOrBelow(assignment.label, label))
		.map(([productId]) => ({ field, productId, label: null }));
}

export function renamedField(from: FieldName, labels: Labels, to: FieldName): LabelChange[] {
	if (from === to) return [];
	return [...labels].flatMap(([productId, assignment]) => [
		{ field: from, productId, label: null },
		{ field: to, productId, label: { ...assignment, field: to } },
	]);
}

export function deletedField(field: FieldName, labels: Labels): LabelChange[] {
	return [...labels.keys()].map((productId) => ({ field, productId, label: null }));
}

/** A line in the tree of a field's labels. */
export interface LabelRow {
	/** The whole path. */
	label: string;
	/** Its last level. */
	name: string;
	/** 0 at the top. */
	level: number;
	/** Products that have it or one below it. */
	products: number;
}

/** The labels of a field as a tree, level by level the most common first, a parent above its children. */
export function labelRows(labels: Labels): LabelRow[] {
	const rows = new Map<string, LabelRow>();
	for (const { label } of labels.values()) {
		const names = labelLevels(label);
		for (let level = 0; level < names.length; level++) {
			const path = names.slice(0, level + 1).join(pathSeparator);
			const row = rows.get(path);
			if (row) row.products += 1;
			else rows.set(path, { label: path, name: names[level] ?? '', level, products: 1 });
		}
	}
	const below = new Map<string, LabelRow[]>();
	for (const row of rows.values()) {
		const parent = row.label.slice(
			0,
			Math.max(0, row.label.length - row.name.length - pathSeparator.length),
		);
		const siblings = below.get(parent);
		if (siblings) siblings.push(row);
		else below.set(parent, [row]);
	}
	const walked = (parent: string): LabelRow[] =>
		(below.get(parent) ?? [])
			.sort((a, b) => b.products - a.products || (a.name < b.name ? -1 : 1))
			.flatMap((row) => [row, ...walked(row.label)]);
	return walked('');
}

/** Labels as they are stored, by field and product. */
export function labelsByField(
	all: readonly LabelAssignment[],
): ReadonlyMap<FieldName, ReadonlyMap<string, LabelAssignment>> {
	const changes = all.map((label) => ({ field: label.field, productId: label.productId, label }));
	return changedLabels(new Map(), changes);
}

/** All fields' labels after changes. A field without a label is none. */
export function changedLabels(
	labels: ReadonlyMap<FieldName, Labels>,
	changes: readonly LabelChange[],
): ReadonlyMap<FieldName, Labels> {
	const touched = new Map<FieldName, Map<string, LabelAssignment>>();
	for (const { field, productId, label } of changes) {
		const of = touched.get(field) ?? new Map(labels.get(field));
		touched.set(field, of);
		if (label) of.set(productId, label);
		else of.delete(productId);
	}
	const fields = new Map(labels);
	for (const [field, of] of touched)
		if (of.size > 0) fields.set(field, of);
		else fields.delete(field);
	return fields;
}
