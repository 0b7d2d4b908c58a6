import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { AppError, isCancelled } from '../../../domain/errors';
import type { Problem } from '../../../domain/product';
import type { Searchable, SimilarHit, SimilarRequest } from '../../../domain/similar';
import { useAisle } from '../../store';

export interface Found {
	hits: SimilarHit[];
	searchable: Searchable;
}

/** Milliseconds after the last change before the search begins. */
const pause = 150;

/** What a request finds; the last answer stays until the next one is there. */
export function useSimilar(request: SimilarRequest | null): {
	found: Found | null;
	problem: Problem | null;
	searching: boolean;
} {
	const { similar, products, suggestions, interactions } = useAisle((state) => ({
		similar: state.similar,
		products: state.products,
		suggestions: state.suggestions,
		interactions: state.interactions,
	}));
	const [answer, setAnswer] = useState<{ found: Found | null; problem: Problem | null }>({
		found: null,
		problem: null,
	});
	const [searching, setSearching] = useState(false);
	const [bug, setBug] = useState<unknown>(null);
	// Only what is in it counts: it is made anew at every render.
	const key =
		request &&
		JSON.stringify({
			...request,
			photo: request.photo && [request.photo.name, request.photo.size, request.photo.lastModified],
		});
	const [settled] = useDebouncedValue(key, pause);
	const latest = useRef(request);
	useEffect(() => {
		latest.current = request;
	});
	// The action reads products and suggestions: with new ones it may find others.
	useEffect(() => {
		const asked = latest.current;
		if (settled === null || !asked) {
			setAnswer({ found: null, problem: null });
			return;
		}
		const controller = new AbortController();
		setSearching(true);
		similar(asked, controller.signal)
			.then(
				(found) => ({ found, problem: null }),
				(error: unknown) => {
					if (!(error instanceof AppError)) throw error;
					return { found: null, problem: { code: error.code, detail: error.detail } };
				},
			)
			.then(
				(next) => {
					if (controller.signal.aborted) return;
					setAnswer(next);
					setSearching(false);
				},
				(error: unknown) => {
					if (!controller.signal.aborted && !isCancelled(error)) setBug(error);
				},
			);
		return () => controller.abort();
	}, [settled, similar, products, suggestions, interactions]);
	// To the error boundary, as everything that is no AppError.
	if (bug) throw bug;
	return { ...answer, searching: searching || settled !== key };
}
