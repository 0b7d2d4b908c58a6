import { normalPair, seededRandom } from './seededRandom';
import { symmetricEigen } from './symmetricEigen';

/** Rows become coordinates along the directions in which they differ most, the strong ones held back. */
export interface Whitening {
	/** `[d]` */
	mean: Float32Array;
	/** `[components, d]` */
	axes: Float32Array;
	/** At most as many as were asked for: directions in which nothing differs are left out. */
	components: number;
}

/** Directions looked at beside those that are wanted, which makes the wanted ones exact sooner. */
const spare = 8;
/** Rounds of the subspace iteration: the spectrum of embeddings falls fast. */
const rounds = 2;
/** Beside the largest variance: less is rounding. */
const leastVariance = 1e-7;

/**
 * PCA whitening of rows, with shrinkage: a direction of variance v is divided by √(v + s), s being `shrinkage` times
 * the mean variance of those that are kept, so that directions of noise are not blown up to the size of the others
 * (Jégou and Chum, 2012, divide by √v). The directions come from a randomised subspace iteration (Halko, Martinsson and Tropp,
 * 2011), which never makes the `[d, d]` covariance.
 * @param rows `[n, d]`, all known
 * @param components directions wanted
 */
export function fitWhitening(
	rows: Float32Array,
	dimensions: number,
	{ components, shrinkage, seed }: { components: number; shrinkage: number; seed: number },
): Whitening {
	const d = dimensions;
	const count = rows.length / d;
	const mean = columnMeans(rows, d);
	const wanted = Math.min(components, d, Math.max(0, count - 1));
	const width = Math.min(wanted + spare, d);
	const random = seededRandom(seed);
	/** `[width, d]`, at right angles. */
	const basis = Float64Array.from({ length: width * d }, () => normalPair(random)[0]);
	orthonormalise(basis, d);
	let covariance = new Float64Array(width * width);
	for (let round = 0; round <= rounds; round++) {
		const next = new Float64Array(width * d);
		covariance = new Float64Array(width * width);
		const centred = new Float64Array(d);
		const along = new Float64Array(width);
		for (let row = 0; row < count; row++) {
			for (let i = 0; i < d; i++) centred[i] = (rows[row * d + i] as number) - (mean[i] as number);
			project(centred, basis, along);
			for (let j = 0; j < width; j++) {
				const share = (along[j] as number) / count;
				for (let k = 0; k < width; k++)
					covariance[j * width + k] =
						(covariance[j * width + k] as number) + share * (along[k] as number);
				if (round < rounds)
					for (let i = 0, at = j * d; i < d; i++, at++)
						next[at] = (next[at] as number) + share * (centred[i] as number);
			}
		}
		if (round === rounds) break;
		basis.set(next);
		orthonormalise(basis, d);
	}
	const { values, vectors } = symmetricEigen(covariance, width);
	const least = leastVariance * (values[0] ?? 0);
	const kept = values.subarray(0, wanted).filter((value) => value > least && value > 0);
	const shrunk =
		(shrinkage * kept.reduce((sum, value) => sum + value, 0)) / Math.max(1, kept.length);
	const axes = new Float32Array(kept.length * d);
	for (const [at, value] of kept.entries()) {
		const scale = 1 / Math.sqrt(value + shrunk);
		for (let j = 0; j < width; j++) {
			const factor = (vectors[at * width + j] as number) * scale;
			for (let i = 0; i < d; i++)
				axes[at * d + i] = (axes[at * d + i] as number) + factor * (basis[j * d + i] as number);
		}
	}
	return { mean, axes, components: kept.length };
}

/** @param rows `[n, d]` @returns `[n, components]` */
export function whiten(rows: Float32Array, { mean, axes, components }: Whitening): Float32Array {
	const d = mean.length;
	const out = new Float32Array((rows.length / d) * components);
	const centred = new Float64Array(d);
	for (let row = 0; row < rows.length / d; row++) {
		for (let i = 0; i < d; i++) centred[i] = (rows[row * d + i] as number) - (mean[i] as number);
		project(centred, axes, out.subarray(row * components, (row + 1) * components));
	}
	return out;
}

/** Dot products of a vector `[d]` with directions `[k, d]`, into `out` `[k]`. */
function project(
	vector: Float64Array,
	directions: Float64Array | Float32Array,
	out: Float64Array | Float32Array,
): void {
	const d = vector.length;
	for (let j = 0; j < out.length; j++) {
		let sum = 0;
		for (let i = 0, at = j * d; i < d; i++, at++)
			sum += (vector[i] as number) * (directions[at] as number);
		out[j] = sum;
	}
}

function columnMeans(rows: Float32Array, d: number): Float32Array {
	const sums = new Float64Array(d);
	for (let at = 0; at < rows.length; at++)
		sums[at % d] = (sums[at % d] as number) + (rows[at] as number);
	const count = Math.max(1, rows.length / d);
	return Float32Array.from(sums, (sum) => sum / count);
}

/** Makes rows `[k, d]` unit and at right angles to each other, in place (Gram and Schmidt, twice over for precision). */
function orthonormalise(rows: Float64Array, d: number): void {
	for (let j = 0; j < rows.length / d; j++) {
		const own = rows.subarray(j * d, (j + 1) * d);
		for (let twice = 0; twice < 2; twice++)
			for (let k = 0; k < j; k++) {
				const other = rows.subarray(k * d, (k + 1) * d);
				let dot = 0;
				for (let i = 0; i < d; i++) dot += (own[i] as number) * (other[i] as number);
				for (let i = 0; i < d; i++) own[i] = (own[i] as number) - dot * (other[i] as number);
			}
		const length = Math.hypot(...own);
		// A direction in which nothing differs stays 0.
		if (length > 1e-300) for (let i = 0; i < d; i++) own[i] = (own[i] as number) / length;
	}
}
