import type { DenseLayer } from '../domain/head';

/** `rows · weights + bias`: `[n, inputs]` to `[n, outputs]`. */
export function dense(
	rows: Float32Array,
	{ inputs, outputs, weights, bias }: DenseLayer,
): Float32Array {
	const count = rows.length / inputs;
	const out = new Float32Array(count * outputs);
	const sums = new Float64Array(outputs);
	for (let row = 0; row < count; row++) {
		sums.set(bias);
		for (let i = 0; i < inputs; i++) {
			const value = rows[row * inputs + i] as number;
			if (value === 0) continue;
			const start = i * outputs;
			for (let j = 0; j < outputs; j++)
				sums[j] = (sums[j] as number) + value * (weights[start + j] as number);
		}
		out.set(sums, row * outputs);
	}
	return out;
}

/** The derivative by a layer's input of `pull` · its output: `weights · pull`, `[inputs]`. */
export function densePull({ inputs, outputs, weights }: DenseLayer, pull: Float32Array) {
	return Float32Array.from({ length: inputs }, (_, i) => {
		let sum = 0;
		for (let j = 0; j < outputs; j++)
			sum += (weights[i * outputs + j] as number) * (pull[j] as number);
		return sum;
	});
}
