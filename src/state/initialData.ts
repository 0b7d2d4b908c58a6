import type { AisleData } from './types';

/** What a visit starts with, and what "delete everything" goes back to. */
export const emptyCatalogue = {
	drop: null,
	products: [],
	photos: new Map(),
	suggestions: new Map(),
	decisions: new Map(),
	unfinished: [],
	importProblems: [],
	undoSteps: [],
	labels: new Map(),
	labelUndo: [],
	heads: [],
	reports: new Map(),
	splits: new Map(),
	activeHeads: {},
	headThresholds: {},
	targetNote: null,
	retraining: null,
	duplicates: null,
	training: null,
	trainingProblem: null,
	lastTrainedId: null,
} satisfies Partial<AisleData>;

/** Before `open`. */
export const initialData: AisleData = {
	...emptyCatalogue,
	phase: 'opening',
	problem: null,
	taxonomies: [],
	taxonomyId: 'google',
	taxonomy: null,
	jobs: new Map(),
	review: { filter: 'all', focusedId: null, threshold: 0.8 },
	shortcuts: true,
	vision: null,
	text: null,
	models: 'unknown',
	deviceChecks: [],
	offline: { phase: 'starting' },
	offlineProblems: [],
	newVersion: 'none',
};
