import { type EmbeddingStamp, embeddingSetId } from '../../domain/embedding';
import { textHash } from '../../maths/textHash';
import { embeddings } from '../../storage/embeddings';
import { remember } from './titleScores';

/** Rows kept in memory per set, so that another taxonomy need not read them again. */
const rowsRemembered = 8000;

/** Reads stored rows, each once. A row never changes: its item is a hash of what was embedded. */
export function storedVectors() {
	const sets = new Map<string, Map<string, Float32Array>>();

	async function rows(
		stamp: EmbeddingStamp,
		items: string[],
	): Promise<ReadonlyMap<string, Float32Array>> {
		const set = embeddingSetId(stamp);
		const kept = sets.get(set) ?? new Map<string, Float32Array>();
		sets.set(set, kept);
		const found = new Map<string, Float32Array>();
		const missing: string[] = [];
		for (const item of new Set(items)) {
			const row = kept.get(item);
			if (row) found.set(item, row);
			else missing.push(item);
		}
		if (missing.length === 0) return found;
		const stored = await embeddings(set, missing);
		for (const [i, item] of missing.entries()) {
			const row = stored[i];
			if (!row) continue;
			found.set(item, row);
			remember(kept, item, row, rowsRemembered);
		}
		return found;
	}

	return {
		rows,
		/** The same by text: rows of titles are stored under the hash of their text. */
		async texts(
			stamp: EmbeddingStamp,
			texts: string[],
		): Promise<(text: string) => Float32Array | undefined> {
			const found = await rows(stamp, texts.map(textHash));
			return (text) => found.get(textHash(text));
		},
	};
}
