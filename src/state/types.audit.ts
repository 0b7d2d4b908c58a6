import type { Audit, ConfirmedLabels, DoubtedLabel } from '../domain/audit';
import type { FieldName } from '../domain/field';
import type { Modality } from '../domain/head';

export interface AuditData {
	/** The last look for misfiled products of this visit; `null` before the first. */
	audit: Audit | null;
	confirmedLabels: ConfirmedLabels;
}

export interface AuditActions {
	/** Holds the labels of a field against what products look like and are called. */
	lookForMisfiled(field: FieldName, modality: Modality): Promise<void>;
	/** The label is right: it is not doubted again. */
	confirmLabel(field: FieldName, doubted: DoubtedLabel): Promise<void>;
}
