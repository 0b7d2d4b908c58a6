import { csvBlob } from '../formats/csvExport';
import { labCsv, labMarkdown, type NamedLabRow } from '../formats/labText';

export type LabFormat = 'csv' | 'markdown';

/** The lab's table as a file. */
export function exportLab(format: LabFormat, rows: readonly NamedLabRow[]): Blob {
	return format === 'csv'
		? csvBlob(labCsv(rows))
		: new Blob([labMarkdown(rows)], { type: 'text/markdown;charset=utf-8' });
}
