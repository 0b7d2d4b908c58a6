import { type FieldName, fieldOfTaxonomy, type LabelAssignment } from '../domain/field';
import type { HeadSummary } from '../domain/head';
import type { Decision } from '../domain/suggestion';
import { withMoreLabels } from '../maths/fieldTaxonomy';
import type { AisleData } from './types';

/** Where a head has none of its own. */
export const usualThreshold = 0.8;
/** What is wanted of a head that Sort uses, unless its report says otherwise. */
const usuallyWanted = 0.95;

/** The head that answers for the field that is sorted into; `null` for a taxonomy. */
export function targetHead(
	state: Pick<AisleData, 'taxonomyId' | 'heads' | 'activeHeads'>,
): HeadSummary | null {
	const field = fieldOfTaxonomy(state.taxonomyId);
	return field === null ? null : activeHead(state, field);
}

export function activeHead(
	{ heads, activeHeads }: Pick<AisleData, 'heads' | 'activeHeads'>,
	field: FieldName,
): HeadSummary | null {
	return heads.find(({ id }) => id === activeHeads[field]) ?? null;
}

/** The probability from which a head may decide alone: as picked in its report, or for 95 % right. */
export function thresholdOf(
	{ headThresholds, reports }: Pick<AisleData, 'headThresholds' | 'reports'>,
	headId: string,
): number {
	const point = reports
		.get(headId)
		?.operatingPoints.find(({ wantedAccuracy }) => wantedAccuracy === usuallyWanted);
	return headThresholds[headId] ?? point?.threshold ?? usualThreshold;
}

/** What a product's standing in the target rests on. */
export type DecisionData = Pick<AisleData, 'taxonomyId' | 'decisions' | 'labels'>;

/**
 * What was settled on for a product. In a field the label has the last word, wherever it came from: a stored
 * decision only says how it came about. Only what was accepted along with all that was sure needs no label.
 */
export function decisionOf(state: DecisionData, productId: string): Decision | null {
	const { taxonomyId, decisions, labels } = state;
	const field = fieldOfTaxonomy(taxonomyId);
	const stored = decisions.get(productId) ?? null;
	if (field === null) return stored;
	const label = labels.get(field)?.get(productId);
	if (!label) return stored?.by === 'threshold' ? stored : null;
	return stored?.categoryId === label.label ? stored : asDecision(label, taxonomyId);
}

/** The same object for the same label, so that a screen that watches it sees no change. */
const shown = new WeakMap<LabelAssignment, Decision>();

function asDecision(label: LabelAssignment, taxonomyId: string): Decision {
	const known = shown.get(label);
	if (known) return known;
	const decision: Decision = {
		taxonomyId,
		productId: label.productId,
		categoryId: label.label,
		by: 'labelled',
		probability: null,
		at: label.at,
	};
	shown.set(label, decision);
	return decision;
}

/** Every decision that shows, by product id. */
export function decisionsShown(
	state: DecisionData & Pick<AisleData, 'products'>,
): ReadonlyMap<string, Decision> {
	const all = new Map<string, Decision>();
	for (const { id } of state.products) {
		const decision = decisionOf(state, id);
		if (decision) all.set(id, decision);
	}
	return all;
}

/** New labels of the field that is sorted into become categories of it at once. */
export function afterLabels(
	{ taxonomyId, taxonomy }: Pick<AisleData, 'taxonomyId' | 'taxonomy'>,
	labels: AisleData['labels'],
): Pick<AisleData, 'labels' | 'taxonomy'> {
	const field = fieldOfTaxonomy(taxonomyId);
	if (field === null || !taxonomy) return { labels, taxonomy };
	const own = new Set([...(labels.get(field)?.values() ?? [])].map(({ label }) => label));
	return { labels, taxonomy: withMoreLabels(taxonomy, field, [...own]) };
}

/** Labels given in Sort since the head was trained: what it could be taught. */
export function correctionsSince(
	{ labels }: Pick<AisleData, 'labels'>,
	head: Pick<HeadSummary, 'field' | 'createdAt'>,
): number {
	let count = 0;
	for (const { by, at } of labels.get(head.field)?.values() ?? [])
		if (by === 'sort' && at > head.createdAt) count++;
	return count;
}
