import { describe, expect, it } from 'vitest';
import { defaultSpecification, type HeadKind, type HeadSummary } from '../../../src/domain/head';
import type { LabRunSummary } from '../../../src/domain/lab';
import type { Report } from '../../../src/domain/report';
import { labCsv, labMarkdown } from '../../../src/formats/labText';
import { evaluate } from '../../../src/maths/evaluation';
import { labRows } from '../../../src/maths/labTable';
import { strategyKey } from '../../../src/maths/strategies';

/** Ten products of two labels, of which the first so many are answered right. */
function report(right: number): Report {
	const truth = Int32Array.from({ length: 10 }, (_, row) => row % 2);
	const scores = Float32Array.from({ length: 20 }, (_, at) => {
		const row = Math.floor(at / 2);
		const given = row < right ? row % 2 : 1 - (row % 2);
		return at % 2 === given ? 1 : 0;
	});
	const test = evaluate({
		labels: ['a', 'b'],
		productIds: Array.from(truth, (_, row) => `p${row}`),
		scores,
		truth,
		trained: [0],
		temperature: 1,
	});
	return { test } as Report;
}

function run(kind: HeadKind, seed: number, right: number | null): LabRunSummary {
	const head = { seconds: seed, bytes: 1000 } as HeadSummary;
	return {
		id: `${kind} ${seed}`,
		field: 'colour',
		order: seed,
		specification: { ...defaultSpecification, kind, seed },
		choice: { by: 'column', column: 'split' },
		result: right === null ? null : { head, report: report(right) },
		problem: null,
	};
}

const baseline = strategyKey({ ...defaultSpecification, kind: 'softmax' });
const runs = [
	run('softmax', 1, 5),
	run('softmax', 2, 6),
	run('mlp', 1, 10),
	run('mlp', 2, 9),
	run('knn', 1, null),
];

describe('the table of a lab', () => {
	it('has means over the seeds, the best on top, and what waits below', () => {
		const rows = labRows(runs, baseline);
		expect(rows.map(({ specification, waiting }) => [specification.kind, waiting])).toEqual([
			['mlp', 0],
			['softmax', 0],
			['knn', 1],
		]);
		expect(rows[0]).toMatchObject({ seconds: 1.5, bytes: 1000 });
		expect(rows[0]?.accuracy.value).toBeCloseTo(0.95, 10);
		// Wilson for 9.5 of 10.
		expect(rows[0]?.accuracy.low).toBeCloseTo(0.6551, 3);
	});

	it('holds each against the baseline, seed by seed and product by product', () => {
		const [best, reference, waiting] = labRows(runs, baseline);
		// Differences of 0.5 and 0.3: mean 0.4, and with one degree of freedom 12.7 times 0.1 to either side.
		expect(best?.againstBaseline?.difference.mean).toBeCloseTo(0.4, 10);
		expect(best?.againstBaseline?.difference.low).toBeCloseTo(0.4 - 1.27062, 4);
		// Under seed 1 the better was right on five more and wrong on none: 2 · (1/2)⁵.
		expect(best?.againstBaseline?.mcNemar).toMatchObject({ onlyFirst: 5, pValue: 0.0625 });
		expect(reference?.againstBaseline).toBeNull();
		expect(waiting?.againstBaseline).toBeNull();
	});

	it('goes into files with names that no spreadsheet runs', () => {
		const named = labRows(runs, baseline)
			.filter((row) => row.runs.length > 0)
			.map((row) => ({ name: `=${row.specification.kind}|x`, row }));
		const [header, first, second] = labCsv(named).split('\r\n');
		expect(header).toContain('strategy,seeds,test_products,accuracy');
		expect(first).toMatch(/^'=mlp\|x,2,10,0\.950000,/);
		expect(second?.endsWith(',1000,,,,')).toBe(true);
		const markdown = labMarkdown(named).trim().split('\n');
		expect(markdown.length).toBe(4);
		expect(markdown[2]).toContain('| =mlp\\|x | 2 | 95.0 (65.5–');
		expect(markdown[2]).toContain('+40.0 (−87.1 to +167.1) | 0.063 |');
	});
});
