import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/maths/symmetricEigen';

describe('eigenvalues of a symmetric matrix', () => {
	it('knows [[2, 1], [1, 2]]: 3 along (1, 1), 1 across it', () => {
		const { values, vectors } = symmetricEigen(Float64Array.from([2, 1, 1, 2]), 2);
		expect(values[0]).toBeCloseTo(3, 12);
		expect(values[1]).toBeCloseTo(1, 12);
		const half = Math.sqrt(0.5);
		expect(Math.abs(vectors[0] as number)).toBeCloseTo(half, 12);
		expect(vectors[0]).toBeCloseTo(vectors[1] as number, 12);
		expect(vectors[2]).toBeCloseTo(-(vectors[3] as number), 12);
	});

	it('leaves a diagonal matrix as it is, largest first', () => {
		const { values, vectors } = symmetricEigen(Float64Array.from([1, 0, 0, 0, 5, 0, 0, 0, -2]), 3);
		expect([...values]).toEqual([5, 1, -2]);
		expect([...vectors]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1]);
	});

	it('gives the matrix back: the sum of value · direction · directionᵀ', () => {
		const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
			minLength: 25,
			maxLength: 25,
		});
		fc.assert(
			fc.property(numbers, (entries) => {
				const d = 5;
				const matrix = new Float64Array(d * d);
				for (let i = 0; i < d; i++)
					for (let j = 0; j < d; j++)
						matrix[i * d + j] = (entries[i * d + j] as number) + (entries[j * d + i] as number);
				const { values, vectors } = symmetricEigen(matrix, d);
				for (let i = 0; i < d; i++)
					for (let j = 0; j < d; j++) {
						let sum = 0;
						for (let k = 0; k < d; k++)
							sum +=
								(values[k] as number) *
								(vectors[k * d + i] as number) *
								(vectors[k * d + j] as number);
						expect(sum).toBeCloseTo(matrix[i * d + j] as number, 9);
					}
			}),
		);
	});
});
