import Papa from 'papaparse';
import { guardedCell } from '../../src/formats/csvExport';
import type { EvaluateOptions } from './options';
import type { PageResult, Prediction } from './page';

/** The JSON of `--out`. Typed arrays have become plain ones on their way out of the page. */
export function resultJson(result: PageResult, options: EvaluateOptions) {
	const { report, head, names } = result;
	const test = report?.test;
	const labels = head.labels;
	const at99 = report?.operatingPoints.find(({ wantedAccuracy }) => wantedAccuracy === 0.99);
	const classes = labels.length;
	return {
		accuracy: test?.accuracy.value ?? null,
		accuracyInterval: test ? [test.accuracy.low, test.accuracy.high] : null,
		macroF1: test?.macroF1 ?? null,
		top3: test?.top3 ?? null,
		ece: test?.ece.after ?? null,
		eceBeforeCalibration: test?.ece.before ?? null,
		/** Share decided alone at the threshold that held-out products vouch for; 0 when none does. */
		coverageAt99: at99?.coverage ?? null,
		operatingPoints: report?.operatingPoints ?? [],
		baseline: test?.baseline ?? null,
		perLevel: test?.perLevel ?? [],
		labels,
		confusion: test
			? labels.map((_, row) => Array.from(test.confusion).slice(row * classes, (row + 1) * classes))
			: [],
		perClass: test?.perClass ?? [],
		products: test
			? test.products.productIds.map((id, row) => {
					const { ranks, truth, predicted, probability } = test.products;
					return {
						file: names[id] ?? id,
						label: labels[truth[row] as number],
						predicted: Array.from({ length: ranks }, (_, rank) => row * ranks + rank)
							.filter((at) => (predicted[at] as number) >= 0)
							.map((at) => ({
								label: labels[predicted[at] as number],
								probability: probability[at] as number,
							})),
					};
				})
			: [],
		skipped: result.skipped,
		seconds: result.seconds,
		photosPerSecond:
			result.photosEmbedded > 0 ? result.photosEmbedded / result.seconds.embed : null,
		backend: result.backend,
		seed: options.seed,
		split: report && {
			origin: report.splitOrigin,
			...report.counts,
			tooSmall: report.tooSmall,
			parted: report.parted.map((ids) => ids.map((id) => names[id] ?? id)),
		},
		head: {
			...head.specification,
			chosen: head.chosen,
			temperature: head.temperature,
			heldOut: { rows: head.heldOut.rows, accuracy: head.heldOut.accuracy, ece: head.heldOut.ece },
		},
	};
}

/** One row a product, three ranks side by side. */
export function predictionsCsv(predictions: Prediction[]): string {
	const header = [
		'file',
		'title',
		...[1, 2, 3].flatMap((rank) => [`label_${rank}`, `probability_${rank}`]),
	];
	const rows = predictions.map(({ file, title, ranked }) => [
		guardedCell(file),
		guardedCell(title),
		...[0, 1, 2].flatMap((rank) => {
			const found = ranked[rank];
			return found ? [guardedCell(found.label), found.probability.toFixed(4)] : ['', ''];
		}),
	]);
	return `\ufeff${Papa.unparse([header, ...rows])}\r\n`;
}

/** What a person wants to see at once. */
export function summary(result: ReturnType<typeof resultJson>): string {
	const percent = (share: number | null | undefined): string =>
		share === null || share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
	const { seconds } = result;
	const [low, high] = result.accuracyInterval ?? [];
	const measured = [
		`accuracy   ${percent(result.accuracy)} (95 %: ${percent(low)} to ${percent(high)}), top-3 ${percent(result.top3)}, macro-F1 ${percent(result.macroF1)}`,
		`baseline   ${percent(result.baseline?.accuracy)} by always answering "${result.baseline?.label ?? ''}"`,
		`calibration error ${percent(result.eceBeforeCalibration)} before, ${percent(result.ece)} after; decided alone at 99 %: ${percent(result.coverageAt99)}`,
	];
	const lines = [
		...(result.accuracy === null
			? ['accuracy   not measured: no test product has one of the labels of the head']
			: measured),
		`seconds    load ${seconds.load.toFixed(1)}, embed ${seconds.embed.toFixed(1)}, train ${seconds.train.toFixed(1)}, total ${seconds.total.toFixed(1)}`,
		`skipped    ${result.skipped.length}`,
	];
	return lines.join('\n');
}
