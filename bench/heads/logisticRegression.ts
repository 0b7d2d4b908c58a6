/*
 * The peer that heads are measured against: plain multinomial logistic regression with an L2 penalty, in float64,
 * solved to convergence. Slow and sure, and shares no code with `learning/`.
 */

/** Rows `[count, width]` in float64. */
export interface Table {
	values: Float64Array;
	width: number;
}

/**
 * Directions of length 1, at right angles, that span the rows (modified Gram–Schmidt). The best weights are sums of
 * training rows (the representer theorem), so that nothing is lost by looking at rows along these alone, and 840 rows
 * never have more than 840 unknowns a class however wide they are.
 * @returns `[at most count, width]`
 */
export function spanOf({ values, width }: Table): Table {
	const found: Float64Array[] = [];
	for (let start = 0; start < values.length; start += width) {
		const rest = values.slice(start, start + width);
		const before = Math.sqrt(dot(rest, rest));
		for (const direction of found) add(rest, direction, -dot(rest, direction));
		const length = Math.sqrt(dot(rest, rest));
		// Two products with the same photo span no more than one.
		if (length > 1e-6 * before) found.push(rest.map((value) => value / length));
	}
	const span = new Float64Array(found.length * width);
	for (const [at, direction] of found.entries()) span.set(direction, at * width);
	return { values: span, width };
}

/** The rows along each direction of a span, `[count, directions]`. */
export function along({ values, width }: Table, span: Table): Table {
	const directions = span.values.length / width;
	const count = values.length / width;
	const out = new Float64Array(count * directions);
	for (let row = 0; row < count; row++)
		for (let direction = 0; direction < directions; direction++)
			out[row * directions + direction] = dot(
				values.subarray(row * width, (row + 1) * width),
				span.values.subarray(direction * width, (direction + 1) * width),
			);
	return { values: out, width: directions };
}

/** `[width + 1, labels]`: a row of weights for each column, then the bias. */
export type Weights = Float64Array;

/**
 * Minimises mean cross-entropy + penalty / 2 · |W|², the bias free, as scikit-learn does with C = 1 / (n · penalty).
 * @param classes `[count]` indices below `labels`
 * @param start from a neighbouring penalty; not changed
 */
export function fitLogisticRegression(
	rows: Table,
	classes: readonly number[],
	labels: number,
	penalty: number,
	start: Weights = new Float64Array((rows.width + 1) * labels),
): Weights {
	const count = classes.length;
	const columns = transposed(rows);
	return minimise(start.slice(), (weights, gradient) => {
		const scores = scoresOf(rows, weights, labels);
		let loss = 0;
		for (const [row, of] of classes.entries()) {
			const own = scores.subarray(row * labels, (row + 1) * labels);
			const highest = own.reduce((high, score) => Math.max(high, score));
			const sum = own.reduce((total, score) => total + Math.exp(score - highest), 0);
			loss += (highest + Math.log(sum) - (own[of] as number)) / count;
			for (const [label, score] of own.entries())
				own[label] = (Math.exp(score - highest) / sum - (label === of ? 1 : 0)) / count;
		}
		gradient.fill(0);
		addProduct(columns, scores, labels, gradient);
		for (const [at, pull] of scores.entries()) {
			const bias = rows.width * labels + (at % labels);
			gradient[bias] = (gradient[bias] as number) + pull;
		}
		for (let at = 0; at < rows.width * labels; at++) {
			const weight = weights[at] as number;
			loss += (penalty / 2) * weight * weight;
			gradient[at] = (gradient[at] as number) + penalty * weight;
		}
		return loss;
	});
}

/** `[count, labels]` */
export function scoresOf(rows: Table, weights: Weights, labels: number): Float64Array {
	const bias = weights.subarray(rows.width * labels);
	const count = rows.values.length / rows.width;
	const scores = Float64Array.from({ length: count * labels }, (_, at) => bias[at % labels] ?? 0);
	addProduct(rows, weights, labels, scores);
	return scores;
}

function transposed({ values, width }: Table): Table {
	const count = values.length / width;
	const out = new Float64Array(values.length);
	for (const [at, value] of values.entries())
		out[(at % width) * count + Math.floor(at / width)] = value;
	return { values: out, width: count };
}

/** Adds a product to `to`: `[n, k] · [k, m]`, four rows of the right side at a time. */
function addProduct({ values, width }: Table, right: Float64Array, m: number, to: Float64Array) {
	const value = (at: number): number => values[at] as number;
	for (let row = 0; row < values.length / width; row++) {
		const own = to.subarray(row * m, (row + 1) * m);
		let k = 0;
		for (; k + 3 < width; k += 4) {
			const at = row * width + k;
			const [a, b, c, d] = [value(at), value(at + 1), value(at + 2), value(at + 3)];
			for (let i = 0, j = k * m; i < m; i++, j++)
				own[i] =
					(own[i] as number) +
					a * (right[j] as number) +
					b * (right[j + m] as number) +
					c * (right[j + 2 * m] as number) +
					d * (right[j + 3 * m] as number);
		}
		for (; k < width; k++)
			for (let i = 0; i < m; i++)
				own[i] = (own[i] as number) + value(row * width + k) * (right[k * m + i] as number);
	}
}

/** Steps remembered, as most implementations do. */
const memory = 10;
const mostSteps = 500;
const smallGradient = 1e-5;

/**
 * L-BFGS with a backtracking line search (Nocedal & Wright, Numerical Optimization, 2006, chapter 7).
 * @param start changed in place
 * @param evaluate fills the gradient and returns the value
 * @returns the minimum
 */
function minimise(
	start: Float64Array,
	evaluate: (at: Float64Array, gradient: Float64Array) => number,
): Float64Array {
	let at = start;
	let gradient = new Float64Array(at.length);
	let value = evaluate(at, gradient);
	const pairs: { step: Float64Array; change: Float64Array; scale: number }[] = [];
	for (let round = 0; round < mostSteps; round++) {
		if (gradient.every((slope) => Math.abs(slope) < smallGradient)) break;
		const direction = gradient.map((slope) => -slope);
		const factors: number[] = [];
		for (const { step, change, scale } of pairs.toReversed()) {
			const factor = scale * dot(step, direction);
			factors.push(factor);
			add(direction, change, -factor);
		}
		const last = pairs.at(-1);
		if (last) scaleBy(direction, 1 / (last.scale * dot(last.change, last.change)));
		for (const { step, change, scale } of pairs)
			add(direction, step, (factors.pop() ?? 0) - scale * dot(change, direction));
		const slope = dot(gradient, direction);
		let length = 1;
		let next = moved(at, direction, length);
		let nextGradient = new Float64Array(at.length);
		let nextValue = evaluate(next, nextGradient);
		while (nextValue > value + 1e-4 * length * slope) {
			length /= 2;
			// As low as float64 can tell.
			if (length < 1e-10) return at;
			next = moved(at, direction, length);
			nextGradient = new Float64Array(at.length);
			nextValue = evaluate(next, nextGradient);
		}
		const step = moved(next, at, -1);
		const change = moved(nextGradient, gradient, -1);
		const curvature = dot(step, change);
		if (curvature > 0) pairs.push({ step, change, scale: 1 / curvature });
		if (pairs.length > memory) pairs.shift();
		at = next;
		gradient = nextGradient;
		value = nextValue;
	}
	return at;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
	return sum;
}

function add(to: Float64Array, what: Float64Array, factor: number): void {
	for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (what[i] as number);
}

function moved(from: Float64Array, direction: Float64Array, length: number): Float64Array {
	const to = from.slice();
	add(to, direction, length);
	return to;
}

function scaleBy(values: Float64Array, factor: number): void {
	for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * factor;
}
