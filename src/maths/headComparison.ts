import type { HeadSpecification } from '../domain/head';
import type { Report } from '../domain/report';
import { type McNemar, mcNemar } from './pairedComparison';

/** Two heads on the same test products; `null` when they were measured on different ones, or on other labels. */
export function pairedReports(first: Report, second: Report): (McNemar & { count: number }) | null {
	const a = answers(first);
	const b = answers(second);
	if (a.size === 0 || a.size !== b.size) return null;
	const right: [boolean[], boolean[]] = [[], []];
	for (const [id, one] of a) {
		const other = b.get(id);
		if (!other || other.label !== one.label) return null;
		right[0].push(one.right);
		right[1].push(other.right);
	}
	return { ...mcNemar(...right), count: a.size };
}

function answers({ test }: Report): Map<string, { label: string | undefined; right: boolean }> {
	const { productIds, truth, predicted, ranks } = test.products;
	return new Map(
		productIds.map((id, row) => [
			id,
			{
				label: test.labels[truth[row] as number],
				right: truth[row] === predicted[row * ranks],
			},
		]),
	);
}

/** The settings that are not the same in all of these, in the order they are written in. */
export function differingSettings(
	specifications: readonly HeadSpecification[],
): (keyof HeadSpecification)[] {
	const [first, ...others] = specifications;
	if (!first) return [];
	const names = Object.keys(first) as (keyof HeadSpecification)[];
	const value = (specification: HeadSpecification, name: keyof HeadSpecification) =>
		JSON.stringify(specification[name]);
	return names.filter((name) => others.some((other) => value(other, name) !== value(first, name)));
}
