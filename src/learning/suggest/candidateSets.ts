import { AppError } from '../../domain/errors';
import type { TaxonomyEntry } from '../../domain/models';
import { decodeEmbeddingRows } from '../../formats/embeddingRows';
import { decodePhotoMatrix } from '../../formats/photoMatrixFile';
import { parseTaxonomyText } from '../../formats/taxonomyText';
import { type Candidates, candidatesOf } from '../../maths/zeroShot/candidates';
import { categoryKeys } from '../../maths/zeroShot/categoryKeys';
import type { PhotoMatrix } from '../../maths/zeroShot/photoMatrix';
import { ownTaxonomy } from '../../storage/taxonomies';
import { modelFiles } from '../modelFiles';
import type { Knowledge } from './knowledge';
import { TitleScores } from './titleScores';

/** A taxonomy ready to be chosen from. */
export interface CandidateSet {
	candidates: Candidates;
	photoMatrix: PhotoMatrix;
	/** Scores titles, and remembers those it has scored. */
	titles: TitleScores;
}

/**
 * @param prepared the taxonomy's entry in models.json; `null` for one the user brought
 * @throws AppError `model-missing`, `model-damaged`
 */
export async function loadCandidates(
	id: string,
	prepared: TaxonomyEntry | null,
	knowledge: Knowledge,
	base: string,
): Promise<CandidateSet> {
	const { lexicon, counts } = knowledge;
	const { categories, vectors, senses, photoMatrix } = prepared
		? await readPrepared(prepared, knowledge, base)
		: await readOwn(id, knowledge);
	const candidates = candidatesOf(categories, vectors, senses, lexicon);
	return { candidates, photoMatrix, titles: new TitleScores(candidates, lexicon, counts) };
}

async function readPrepared(entry: TaxonomyEntry, knowledge: Knowledge, base: string) {
	const files = modelFiles(entry, base);
	const [text, senses, matrix] = await Promise.all(
		[entry.text, entry.senses, entry.photoMatrix].map(files.bytes),
	);
	const { categories } = parseTaxonomyText(new TextDecoder().decode(text), entry);
	return {
		categories,
		vectors: await knowledge.phrases(categoryKeys(categories).keys),
		senses: new Uint16Array((senses as Uint8Array<ArrayBuffer>).slice().buffer),
		photoMatrix: decodePhotoMatrix(matrix as Uint8Array<ArrayBuffer>, knowledge.labelCount),
	};
}

async function readOwn(id: string, { labelCount }: Knowledge) {
	const own = await ownTaxonomy(id);
	if (!own) throw new AppError('model-missing', { file: id });
	const { categories } = own.taxonomy;
	const dimensions = own.vectors.length / categoryKeys(categories).keys.length;
	return {
		categories,
		vectors: decodeEmbeddingRows(own.vectors, dimensions),
		senses: own.senses,
		photoMatrix: decodePhotoMatrix(own.photoMatrix, labelCount),
	};
}
