import type { Searchable, SimilarHit, SimilarRequest } from '../domain/similar';

export interface SimilarActions {
	/**
	 * The products most like what is asked for, nearest first, and how many there are to compare with.
	 * @throws AppError as jobs/similar.ts says; AbortError
	 */
	similar(
		request: SimilarRequest,
		signal: AbortSignal,
	): Promise<{ hits: SimilarHit[]; searchable: Searchable }>;
}
