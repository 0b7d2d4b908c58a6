import type { Report } from '../../../src/domain/report';

/** Two test products, both taken for the first label. */
export function madeUpReport(labels: string[]): Report {
	const confusion = new Uint32Array(labels.length ** 2);
	confusion[0] = 1;
	confusion[labels.length] = 1;
	return {
		headId: 'here',
		field: 'colour',
		createdAt: 1,
		seed: 1,
		splitOrigin: 'drawn',
		counts: { train: 3, validation: 1, test: 2 },
		test: {
			labels,
			count: 2,
			accuracy: { value: 0.5, low: 0.1, high: 0.9 },
			macroF1: 0.4,
			top3: 1,
			baseline: { label: labels[0] ?? '', accuracy: 0.5 },
			perClass: labels.map((label) => ({ label, precision: 0, recall: 0, f1: 0, support: 1 })),
			confusion,
			ece: { before: 0.2, after: 0.1 },
			curve: {
				threshold: Float32Array.of(0.5),
				coverage: Float32Array.of(1),
				accuracy: Float32Array.of(0.5),
			},
			perLevel: [{ level: 1, accuracy: 0.5 }],
			products: {
				productIds: ['a', 'b'],
				truth: Int32Array.of(0, 1),
				predicted: Int32Array.of(0, 0),
				probability: Float32Array.of(0.75, 0.5),
				ranks: 1,
			},
		},
		operatingPoints: [{ wantedAccuracy: 0.9, threshold: null, coverage: 0, accuracy: null }],
		tooSmall: [],
		parted: [],
		without: [],
	};
}
