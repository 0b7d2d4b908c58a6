import type { HeadSpecification, HeadSummary } from '../../../domain/head';
import { canCarry } from '../../../maths/strategies';

/** Heads that one of this specification could make use of: of another field or from elsewhere, looking at the same. */
export function carriedHeads(
	heads: readonly HeadSummary[],
	specification: HeadSpecification,
): HeadSummary[] {
	if (!canCarry(specification)) return [];
	const { field, modality, backbones } = specification;
	return otherHeads(heads, field).filter(
		(head) =>
			head.specification.modality === modality &&
			head.specification.backbones.join() === backbones.join(),
	);
}

/** Heads of another field or from elsewhere that can be made use of at all. */
export function otherHeads(heads: readonly HeadSummary[], field: string): HeadSummary[] {
	return heads.filter(
		(head) => (head.field !== field || head.imported) && canCarry(head.specification),
	);
}
