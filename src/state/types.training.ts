import type { Advice } from '../domain/advice';
import type { HeadSpecification } from '../domain/head';
import type { EpochFigures } from '../domain/job';
import type { Problem } from '../domain/product';
import type { SplitChoice } from '../domain/split';
import type { TrainingPlan } from '../domain/trainingPlan';

export interface TrainingData {
	/** What is trained now; how far it is stands under `jobs`. */
	training: TrainingRun | null;
	/** Why the last training came to nothing; `null` when it did not. */
	trainingProblem: Problem | null;
	/** The head that this visit trained last. */
	lastTrainedId: string | null;
}

export interface TrainingRun {
	name: string;
	specification: HeadSpecification;
	/** Epochs as they are reported, in order; quick ones are skipped. */
	curve: readonly EpochFigures[];
}

/** What heads are trained on. */
export type TrainingBackend = 'wasm' | 'webgpu';

/** A network as the form offers it. */
export interface PhotoNetwork {
	id: string;
	/** `ResNet-50` */
	name: string;
	/** Sort rests on it, so it has seen most photos already. */
	ofSort: boolean;
}

export interface TrainRequest {
	/** Versions are counted per name. */
	name: string;
	specification: HeadSpecification;
	choice: SplitChoice;
	backend: TrainingBackend;
}

export interface TrainingActions {
	/** Trains a head, measures it and stores both; a second call while one runs does nothing. */
	train(request: TrainRequest): Promise<void>;
	/** What `train` would do. @throws AppError `models-not-prepared` */
	planTraining(request: TrainRequest): Promise<TrainingPlan>;
	/**
	 * What to try first with these labels, learned from the products that the request would learn from; `null` as long as
	 * nothing has been looked at. @throws AppError `models-not-prepared`; AbortError
	 */
	advise(request: TrainRequest, signal: AbortSignal): Promise<Advice | null>;
	/** Networks that photos can be looked at with. @throws AppError `models-not-prepared` */
	photoNetworks(): Promise<PhotoNetwork[]>;
	/** Whether there is a graphics device to train on. */
	canTrainOnWebgpu(): Promise<boolean>;
	dismissTrainingProblem(): void;
}
