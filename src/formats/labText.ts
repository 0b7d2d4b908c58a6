import type { LabRow } from '../maths/labTable';
import { csvText, guardedCell } from './csvExport';

/** A strategy of the lab that is done, and what to call it. */
export interface NamedLabRow {
	name: string;
	row: LabRow;
}

/** Machine-readable: shares 0–1, seconds, bytes; empty where there is nothing to compare with. */
export function labCsv(rows: readonly NamedLabRow[]): string {
	const header = [
		'strategy',
		'seeds',
		'test_products',
		'accuracy',
		'accuracy_low',
		'accuracy_high',
		'macro_f1',
		'top_3',
		'seconds',
		'bytes',
		'difference',
		'difference_low',
		'difference_high',
		'mcnemar_p',
	];
	const number = (value: number | undefined): string =>
		value === undefined || !Number.isFinite(value) ? '' : value.toPrecision(6);
	const cells = rows.map(({ name, row }) => {
		const { difference, mcNemar } = row.againstBaseline ?? {};
		return [
			guardedCell(name),
			String(row.runs.length),
			String(tested(row)),
			...[row.accuracy.value, row.accuracy.low, row.accuracy.high].map(number),
			...[row.macroF1, row.top3, row.seconds].map(number),
			String(Math.round(row.bytes)),
			...[difference?.mean, difference?.low, difference?.high, mcNemar?.pValue].map(number),
		];
	});
	return csvText(header, cells);
}

/** For a document: percentages, and points of difference to the baseline. */
export function labMarkdown(rows: readonly NamedLabRow[]): string {
	const share = (value: number): string => (100 * value).toFixed(1);
	const points = (value: number): string => `${value < 0 ? '−' : '+'}${share(Math.abs(value))}`;
	const against = ({ againstBaseline }: LabRow): string => {
		if (!againstBaseline) return '';
		const { mean, low, high } = againstBaseline.difference;
		return Number.isFinite(low)
			? `${points(mean)} (${points(low)} to ${points(high)})`
			: points(mean);
	};
	const lines = rows.map(({ name, row }) => [
		name.replaceAll('|', '\\|'),
		String(row.runs.length),
		`${share(row.accuracy.value)} (${share(row.accuracy.low)}–${share(row.accuracy.high)})`,
		share(row.macroF1),
		share(row.top3),
		row.seconds.toFixed(1),
		(row.bytes / 1000).toFixed(0),
		against(row),
		row.againstBaseline?.mcNemar ? row.againstBaseline.mcNemar.pValue.toPrecision(2) : '',
	]);
	const header = [
		'Strategy',
		'Seeds',
		'Accuracy, % (95 % interval)',
		'Macro-F1, %',
		'Top-3, %',
		'Training, s',
		'Head, kB',
		'Against the baseline, points (95 % over seeds)',
		'McNemar p',
	];
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return `${[header, header.map(() => '---'), ...lines].map(line).join('\n')}\n`;
}

function tested({ runs }: LabRow): number {
	return runs[0]?.result.report.test.count ?? 0;
}
