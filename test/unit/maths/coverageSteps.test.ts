import { expect, it } from 'vitest';
import { coverageCurve } from '../../../src/maths/calibration';
import { coverageSteps } from '../../../src/maths/coverageSteps';

it('puts two curves on the same steps', () => {
	// Four test products, surest first right, right, wrong, right; two held-out ones that cannot be told apart.
	const test = coverageCurve(Float32Array.of(0.9, 0.8, 0.7, 0.6), [true, true, false, true]);
	const heldOut = coverageCurve(Float32Array.of(0.5, 0.5), [true, false]);
	const steps = coverageSteps({ test, heldOut }, 4);
	expect(steps.map(({ coverage }) => coverage)).toEqual([0.25, 0.5, 0.75, 1]);
	expect(steps.map((step) => step.heldOut)).toEqual([null, null, null, 0.5]);
	expect(steps[1]?.test).toBe(1);
	expect(steps[2]?.test).toBeCloseTo(2 / 3, 6);
	expect(steps[3]?.test).toBe(0.75);
});
