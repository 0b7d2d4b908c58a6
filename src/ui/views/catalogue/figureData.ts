import type { AisleData } from '../../../state/types';
import type { FieldLabels } from '../../../state/types.labels';

/** What all figures are counted from. */
export type FigureData = Pick<AisleData, 'products' | 'photos' | 'labels'>;

/** For a field without a label: one object, so that what is counted from it is counted once. */
export const noLabels: FieldLabels = new Map();
