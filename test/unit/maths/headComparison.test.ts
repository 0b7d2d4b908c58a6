import { describe, expect, it } from 'vitest';
import { defaultSpecification } from '../../../src/domain/head';
import type { Report } from '../../../src/domain/report';
import { differingSettings, pairedReports } from '../../../src/maths/headComparison';

/** What was answered for each product; the labels' order may differ from head to head. */
function report(labels: string[], rows: [id: string, truth: string, answer: string][]): Report {
	const of = (label: string): number => labels.indexOf(label);
	const products = {
		productIds: rows.map(([id]) => id),
		truth: Int32Array.from(rows, ([, truth]) => of(truth)),
		predicted: Int32Array.from(rows, ([, , answer]) => of(answer)),
		probability: new Float32Array(rows.length),
		ranks: 1,
	};
	return { test: { labels, products } } as unknown as Report;
}

describe('pairedReports', () => {
	const first = report(
		['a', 'b'],
		[
			['1', 'a', 'a'],
			['2', 'b', 'b'],
			['3', 'b', 'a'],
		],
	);

	it('pairs products by id, whatever the order of products and labels', () => {
		const second = report(
			['b', 'a'],
			[
				['3', 'b', 'a'],
				['2', 'b', 'a'],
				['1', 'a', 'a'],
			],
		);
		// Only the first got product 2 right: one discordant pair, which chance explains entirely.
		expect(pairedReports(first, second)).toEqual({
			onlyFirst: 1,
			onlySecond: 0,
			pValue: 1,
			count: 3,
		});
	});

	it('is refused where products or their labels differ', () => {
		const fewer = report(['a', 'b'], [['1', 'a', 'a']]);
		const relabelled = report(
			['a', 'b'],
			[
				['1', 'b', 'a'],
				['2', 'b', 'b'],
				['3', 'b', 'a'],
			],
		);
		expect(pairedReports(first, fewer)).toBeNull();
		expect(pairedReports(first, relabelled)).toBeNull();
		expect(pairedReports(report(['a'], []), report(['a'], []))).toBeNull();
	});
});

it('names the settings that differ, lists compared by what is in them', () => {
	const other = { ...defaultSpecification, backbones: ['mobilenetv2'], kind: 'knn' as const };
	expect(differingSettings([defaultSpecification, other])).toEqual(['kind']);
	expect(differingSettings([defaultSpecification, { ...other, seed: 2 }])).toEqual([
		'kind',
		'seed',
	]);
	expect(differingSettings([])).toEqual([]);
});
