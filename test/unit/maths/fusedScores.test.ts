import { expect, it } from 'vitest';
import type { FusedParameters } from '../../../src/domain/head';
import { fusedScores, gateShares } from '../../../src/maths/fusedScores';

const identity = {
	inputs: 2,
	outputs: 2,
	weights: Float32Array.of(1, 0, 0, 1),
	bias: new Float32Array(2),
};
const parameters = (fusion: FusedParameters['fusion']): FusedParameters => ({
	kind: 'fused',
	fusion,
	photo: identity,
	title: identity,
	gate:
		fusion === 'gated'
			? { photo: new Float32Array(2), title: new Float32Array(2), bias: Math.log(3) }
			: null,
	output: identity,
});

/** What becomes these numbers once it has been projected. */
const projected = (...numbers: number[]) => numbers.map(Math.atanh);
const rows = Float32Array.from([
	...projected(0.8, -0.4, 0.2, 0.6),
	...projected(0.8, -0.4, 0, 0),
	...projected(0, 0, 0.2, 0.6),
]);

it.each([
	['sum' as const, [1, 0.2]],
	['product' as const, [0.16, -0.24]],
	['maximum' as const, [0.8, 0.6]],
	// The gate's bias alone: the sigmoid of log 3 is 3/4.
	['gated' as const, [0.65, -0.15]],
])('%s makes one of two sides, and leaves one that is alone as it is', (fusion, both) => {
	const scores = fusedScores(parameters(fusion), rows);
	for (const [at, expected] of [...both, 0.8, -0.4, 0.2, 0.6].entries())
		expect(scores[at]).toBeCloseTo(expected, 5);
});

it('says how much the photo counted, if it weighs', () => {
	const shares = gateShares(parameters('gated'), rows);
	expect(shares?.[0]).toBeCloseTo(0.75, 6);
	expect([...(shares ?? [])].slice(1)).toEqual([1, 0]);
	expect(gateShares(parameters('sum'), rows)).toBeNull();
});
