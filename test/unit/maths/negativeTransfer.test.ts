import { describe, expect, it } from 'vitest';
import type { Carried } from '../../../src/domain/carried';
import { defaultSpecification } from '../../../src/domain/head';
import type { LabRunSummary } from '../../../src/domain/lab';
import { carriedOver } from '../../../src/maths/negativeTransfer';

/** A run that has these of so many test products right, `1` for each. */
function run(right: string, carried: Carried | null, seed = 1): LabRunSummary {
	const products = {
		productIds: [...right].map((_, at) => `p${at}`),
		truth: Int32Array.from(right, () => 0),
		predicted: Int32Array.from(right, (each) => (each === '1' ? 0 : 1)),
		probability: new Float32Array(right.length),
		ranks: 1,
	};
	return {
		id: `${right} ${seed} ${carried?.by}`,
		field: 'kind',
		order: 1,
		specification: { ...defaultSpecification, field: 'kind', carried, seed },
		choice: { by: 'column', column: 'split' },
		result: { head: {}, report: { test: { products } } },
		problem: null,
	} as unknown as LabRunSummary;
}

const start: Carried = { headId: 'other', by: 'start' };
const features: Carried = { headId: 'other', by: 'features' };

describe('carrying a head over, beside beginning afresh', () => {
	it('hurts where the whole interval lies below zero, and helps where it lies above', () => {
		const found = carriedOver([
			run('1111111100', null),
			run('1000000000', start),
			run('1111111111', features),
		]);
		expect(found.map(({ verdict }) => verdict)).toEqual(['hurts', 'open']);
		// Seven of ten less: mean −0.7, standard deviation √(10 · 0.7 · 0.3 / 9), t of 9 degrees 2.2622.
		const reach = 2.2622 * Math.sqrt(2.1 / 9 / 10);
		expect(found[0]?.difference.mean).toBeCloseTo(-0.7, 9);
		expect(found[0]?.difference.high).toBeCloseTo(-0.7 + reach, 6);
		expect(found[0]?.count).toBe(10);
		const [helps] = carriedOver([run('0000000011', null), run('1111111111', start)]);
		expect(helps?.verdict).toBe('helps');
	});

	it('averages over the seeds', () => {
		const [found] = carriedOver([
			run('10', null, 1),
			run('00', null, 2),
			run('11', start, 1),
			run('10', start, 2),
		]);
		// Afresh 0.5 and 0; carried over 1 and 0.5.
		expect(found?.difference.mean).toBeCloseTo(0.5, 9);
		expect(found?.difference.low).toBeCloseTo(0.5, 9);
	});

	it('is left out while one of the two is not done, or nothing is there to pair', () => {
		expect(carriedOver([run('1111', start)])).toEqual([]);
		expect(carriedOver([run('1111', null)])).toEqual([]);
		expect(carriedOver([run('1', null), run('1', start)])).toEqual([]);
		const waiting = { ...run('1111', null), result: null };
		expect(carriedOver([waiting, run('1111', start)])).toEqual([]);
	});
});
