import type { Evaluation } from '../domain/report';
import { coverageCurve, expectedCalibrationError, softmaxRows } from './calibration';
import { accuracyPerLevel, labelTree } from './labelTree';
import {
	accuracy,
	classFigures,
	confusionMatrix,
	macroF1,
	majorityBaseline,
	topAccuracy,
	topColumns,
} from './metrics';

const ranks = 3;

/** What a head answered for products whose labels are known. */
export interface Answers {
	labels: string[];
	productIds: string[];
	/** `[n, labels]`, before temperature and softmax. */
	scores: Float32Array;
	/** `[n]` indices into the labels. */
	truth: Int32Array;
	/** Labels' indices of the products learned from, for the baseline. */
	trained: ArrayLike<number>;
	temperature: number;
	/** `[n]`: how much the photo counted, 0–1; left out by heads that do not weigh it against the title. */
	photoShares?: Float32Array | null;
}

/** Every figure of a report, from scores. */
export function evaluate(answers: Answers): Evaluation {
	const { labels, productIds, scores, truth, trained, temperature } = answers;
	const classes = labels.length;
	const predicted = topColumns(scores, classes, ranks);
	const best = Int32Array.from(truth, (_, row) => predicted[row * ranks] as number);
	const right = Array.from(truth, (of, row) => of === best[row]);
	const calibrated = softmaxRows(scores, classes, temperature);
	const probability = Float32Array.from(predicted, (label, at) =>
		label < 0 ? 0 : (calibrated[Math.floor(at / ranks) * classes + label] as number),
	);
	const confidence = probability.filter((_, at) => at % ranks === 0);
	const uncalibrated = softmaxRows(scores, classes);
	const confidenceBefore = Float32Array.from(
		best,
		(label, row) => uncalibrated[row * classes + label] as number,
	);
	const confusion = confusionMatrix(truth, best, classes);
	const baseline = majorityBaseline(trained, truth, classes);
	return {
		labels,
		count: truth.length,
		accuracy: accuracy(truth, best),
		macroF1: macroF1(confusion, labels),
		top3: topAccuracy(truth, predicted, ranks, 3),
		baseline: { label: labels[baseline.index] ?? '', accuracy: baseline.accuracy },
		perClass: classFigures(confusion, labels),
		confusion,
		ece: {
			before: expectedCalibrationError(confidenceBefore, right),
			after: expectedCalibrationError(confidence, right),
		},
		curve: coverageCurve(confidence, right),
		perLevel: accuracyPerLevel(labelTree(labels), truth, best),
		products: {
			productIds,
			truth,
			predicted,
			probability,
			ranks,
			...(answers.photoShares && { photoShares: answers.photoShares }),
		},
	};
}
