import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProjectedFusion } from '../../../../src/domain/fusion';
import { FusedNetwork } from '../../../../src/learning/heads/fusedNetwork';
import { fusedScores } from '../../../../src/maths/fusedScores';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';

beforeAll(async () => {
	await tf.setBackend('cpu');
});

const columns = { photo: 3, title: 2 };
const labels = 3;
/** Both sides, both, a photo alone, a title alone. */
const rows = Float32Array.from([
	...[0.5, -0.3, 0.8, 0.4, -0.9],
	...[-0.7, 0.2, 0.1, -0.6, 0.3],
	...[0.9, 0.4, -0.2, 0, 0],
	...[0, 0, 0, 0.7, 0.5],
]);
const classes = [0, 2, 1, 2];
const fusions: ProjectedFusion[] = ['sum', 'product', 'maximum', 'gated'];

function network(fusion: ProjectedFusion, modalityDropout = 0): FusedNetwork {
	const settings = { fusion, width: 4, dropout: 0, modalityDropout, seed: 5 };
	const made = new FusedNetwork(columns, labels, settings);
	// The gate begins at 0, where its own derivatives are all there is.
	const random = seededRandom(9);
	for (const variable of made.variables)
		tf.tidy(() => {
			const noise = Float32Array.from({ length: variable.size }, () => 0.3 * normalPair(random)[0]);
			variable.assign(tf.add(variable, tf.tensor(noise, variable.shape)));
		});
	return made;
}

/** Mean cross-entropy plus half the squares of the layers' weights times `weightDecay`. */
function lossOf(made: FusedNetwork): number {
	return tf.tidy(() => {
		const scores = made.scores(tf.tensor2d(rows, [4, 5]));
		const targets = tf.oneHot(tf.tensor1d(classes, 'int32'), labels);
		const losses = tf.sub(tf.logSumExp(scores, 1), tf.sum(tf.mul(scores, targets), 1));
		return tf.mean(losses).dataSync()[0] as number;
	});
}

describe.each(fusions)('a network that fuses by %s', (fusion) => {
	it('learns along the derivatives of its loss', () => {
		const made = network(fusion);
		const gradients = tf.tidy(() =>
			made.gradients(
				tf.tensor2d(rows, [4, 5]),
				tf.cast(tf.oneHot(tf.tensor1d(classes, 'int32'), labels), 'float32') as tf.Tensor2D,
				tf.fill([4, 1], 1 / 4),
				{ seed: 1, weightDecay: 0 },
			),
		);
		const step = 1e-2;
		for (const variable of made.variables) {
			const found = gradients[variable.name]?.dataSync();
			const before = variable.dataSync().slice();
			for (const [at, value] of before.entries()) {
				const lossAt = (by: number): number => {
					const moved = before.slice();
					moved[at] = value + by;
					tf.tidy(() => variable.assign(tf.tensor(moved, variable.shape)));
					return lossOf(made);
				};
				expect(found?.[at]).toBeCloseTo((lossAt(step) - lossAt(-step)) / (2 * step), 3);
				tf.tidy(() => variable.assign(tf.tensor(before, variable.shape)));
			}
		}
		tf.dispose(gradients);
		made.dispose();
	});

	it('answers in training as it will answer afterwards', async () => {
		const made = network(fusion);
		const tensor = tf.tidy(() => made.scores(tf.tensor2d(rows, [4, 5])));
		const plain = fusedScores(await made.parameters(), rows);
		for (const [at, score] of tensor.dataSync().entries()) expect(plain[at]).toBeCloseTo(score, 5);
		tensor.dispose();
		made.dispose();
	});

	it('does not learn from a side that it leaves out', () => {
		const made = network(fusion, 1);
		const gradients = tf.tidy(() =>
			made.gradients(
				tf.tensor2d(rows.slice(0, 5), [1, 5]),
				tf.tensor2d([1, 0, 0], [1, labels]),
				tf.ones([1, 1]),
				{ seed: 1, weightDecay: 0 },
			),
		);
		const [photo, , title] = made.variables.map(({ name }) =>
			(gradients[name] as tf.Tensor).dataSync().some((value) => value !== 0),
		);
		// With a share of 1 every product is shown without one of its sides.
		expect([photo, title].filter(Boolean).length).toBe(1);
		tf.dispose(gradients);
		made.dispose();
	});
});
