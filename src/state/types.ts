import type { LabelChange } from '../domain/field';
import type { Progress } from '../domain/job';
import type { ImportRecord, Photo, Problem, Product } from '../domain/product';
import type { StoredCounts } from '../domain/storedCounts';
import type { Decision, ProductSuggestions } from '../domain/suggestion';
import type { Taxonomy } from '../domain/taxonomy';
import type { DeviceCheck } from '../jobs/checkDevice';
import type { ShopExport, ShopFormat } from '../jobs/exportForShop';
import type { AuditActions, AuditData } from './types.audit';
import type { DropActions, DropData } from './types.drop';
import type { DuplicateActions, DuplicateData } from './types.duplicates';
import type { GroupActions, GroupData } from './types.groups';
import type { HeadActions, HeadData } from './types.heads';
import type { LabActions, LabData } from './types.lab';
import type { LabelActions, LabelData } from './types.labels';
import type { OfflineActions, OfflineData } from './types.offline';
import type { ProductEditActions, ProductEditData } from './types.productEdits';
import type { ProjectActions, ProjectData } from './types.project';
import type { RecommendActions, RecommendData } from './types.recommend';
import type { RetrainingActions, RetrainingData } from './types.retraining';
import type { SimilarActions } from './types.similar';
import type { SuspiciousActions, SuspiciousData } from './types.suspicious';
import type { TargetActions, TargetData } from './types.targets';
import type { TrainingActions, TrainingData } from './types.training';

/** What the screens need, rebuilt from storage at every start. Maps and sets are replaced, never changed in place. */
export interface AisleData
	extends LabelData,
		HeadData,
		DuplicateData,
		GroupData,
		AuditData,
		SuspiciousData,
		ProductEditData,
		RecommendData,
		TrainingData,
		LabData,
		DropData,
		ProjectData,
		OfflineData,
		RetrainingData,
		TargetData {
	/** `elsewhere`: another tab holds the catalogue. `broken`: storage would not open; `problem` says why. */
	phase: 'opening' | 'ready' | 'elsewhere' | 'broken';
	/** The one thing that stops everything, or the last thing that went wrong; `null` when nothing did. */
	problem: Problem | null;

	/** In grid order. */
	products: Product[];
	photos: ReadonlyMap<string, Photo>;
	/** By product id; missing until the networks have seen the product. */
	suggestions: ReadonlyMap<string, ProductSuggestions>;
	/** By product id, for the chosen taxonomy, as stored; what shows of a field is `decisionOf`. */
	decisions: ReadonlyMap<string, Decision>;

	taxonomies: TaxonomyChoice[];
	taxonomyId: string;
	/** The chosen one's categories; `null` while they load. */
	taxonomy: Taxonomy | null;

	/** What runs now, at most one of each kind. */
	jobs: ReadonlyMap<JobKind, RunningJob>;
	/** Imports that an earlier visit did not finish. */
	unfinished: ImportRecord[];
	/** From the last import: what belongs to no card. */
	importProblems: Problem[];

	review: Review;
	/** Whether single letters and digits do things on the Sort screen (WCAG 2.1.4 wants a way out). */
	shortcuts: boolean;
	/** Steps that `undo` can take back. */
	undoSteps: readonly ReviewStep[];
	/** Which runtime embeds what, and why; `null` until it has been looked at. */
	vision: DeviceReport | null;
	text: DeviceReport | null;
	models: ModelsStatus;
	/** What the last check of this device found, as far as it has come. */
	deviceChecks: DeviceCheck[];
}

export type ModelsStatus = 'unknown' | 'ready' | 'not-prepared';

export interface TaxonomyChoice {
	id: string;
	name: string;
	categories: number;
	/** Own ones can be removed. */
	own: boolean;
}

export type JobKind =
	| 'inspect'
	| 'import'
	| 'project'
	| 'taxonomy'
	| 'check'
	| 'train'
	| 'compare'
	| 'lab'
	| 'group'
	| 'audit'
	| 'suspicious'
	| 'recommend'
	| 'offline'
	| 'photos'
	| 'head-out'
	| 'head-in';

export interface RunningJob {
	kind: JobKind;
	progress: Progress;
	/** Items a second, smoothed; `null` until it can be told. */
	rate: number | null;
	/** Seconds; `null` until it can be told. */
	timeLeft: number | null;
	paused: boolean;
	/** Whether pausing means anything for this job. */
	pausable: boolean;
}

export interface DeviceReport {
	/** `webgpu`, `wasm-threads`, `wasm`, `cpu`. */
	backend: string;
	/** `nvidia hopper`, or empty. */
	device: string;
	by: 'measured' | 'chosen';
	millisecondsPerItem: number | null;
	threads: number;
	/** Workers side by side. */
	workers: number;
	findings: { backend: string; milliseconds: number | null; reason: string | null }[];
}

export type ReviewFilter = 'all' | 'unsure' | 'sure' | 'done' | 'failed';

/** What takes one step back. */
export interface ReviewStep {
	decisions: DecisionChange[];
	/** Only where a field is sorted into. */
	labels: LabelChange[];
}

/** One product's decision; `null` is none. */
export interface DecisionChange {
	taxonomyId: string;
	productId: string;
	decision: Decision | null;
}

export interface Review {
	filter: ReviewFilter;
	/** Product under the keyboard's cursor. */
	focusedId: string | null;
	/** Probability, 0–1, above which a suggestion counts as sure and "accept all" accepts. */
	threshold: number;
}

/** Where a product stands, told from everything else. */
export type ProductStatus =
	/** The networks have not seen it yet. */
	| 'waiting'
	/** A suggestion below the threshold. */
	| 'unsure'
	/** A suggestion at or above it. */
	| 'sure'
	/** A person decided. */
	| 'done'
	/** Nothing could be read: no photo and no title. */
	| 'failed';

export interface AisleActions
	extends LabelActions,
		HeadActions,
		DuplicateActions,
		GroupActions,
		AuditActions,
		SuspiciousActions,
		ProductEditActions,
		RecommendActions,
		TrainingActions,
		LabActions,
		DropActions,
		OfflineActions,
		RetrainingActions,
		SimilarActions,
		TargetActions,
		ProjectActions {
	/** Reads storage, the manifest and the chosen taxonomy; goes on with nothing by itself. */
	open(): Promise<void>;
	addSampleCatalogue(): Promise<void>;
	/** Goes on with imports of earlier visits. */
	resumeUnfinished(): Promise<void>;
	/** Keeps what they stored and stops asking. */
	dismissUnfinished(): Promise<void>;
	pause(kind: JobKind): void;
	resume(kind: JobKind): void;
	/** What is finished stays. */
	cancel(kind: JobKind): void;

	chooseTaxonomy(id: string): Promise<void>;
	/** A pasted list, or the text of a taxonomy file: one category a line, ids optional. */
	addTaxonomy(name: string, text: string): Promise<void>;
	removeTaxonomy(id: string): Promise<void>;

	setFilter(filter: ReviewFilter): void;
	setThreshold(threshold: number): void;
	focus(productId: string | null): void;
	setShortcuts(shortcuts: boolean): Promise<void>;
	/** Takes the suggestion of that rank, 0 first. */
	accept(productId: string, rank: number): Promise<void>;
	/** Any category of the chosen taxonomy. */
	correct(productId: string, category: number): Promise<void>;
	/** Takes the decision back, back to the suggestions. */
	reopen(productId: string): Promise<void>;
	/** Accepts the first suggestion of everything sure and undecided. One undo step. */
	acceptAboveThreshold(): Promise<void>;
	undo(): Promise<void>;

	/** Decisions, first suggestions where nobody decided yet, and labels, as a CSV file. */
	exportCsv(): Promise<Blob>;
	/** The labels of every field as a CSV file. */
	exportLabels(): Promise<Blob>;
	/** What is decided or sure, in the form a shop system takes. */
	exportForShop(format: ShopFormat): Promise<ShopExport>;
	storedCounts(): Promise<StoredCounts>;
	deleteEverything(): Promise<void>;
	/** URL of a product's picture; the caller revokes it. `null` when there is none to show. */
	thumbnailUrl(photoId: string): Promise<string | null>;
	/** The same of the picture as it was dropped. */
	photoUrl(photoId: string): Promise<string | null>;
	/** Embeds photos on this backend from now on; `null` measures anew. */
	chooseBackend(backend: string | null): Promise<void>;
	/** Runs every photo network on every backend and compares the answers. */
	checkDevice(): Promise<void>;
	dismissProblem(): void;
	dismissImportProblems(): void;
}

export type AisleState = AisleData & AisleActions;
