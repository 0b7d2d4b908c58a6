import type { EmbeddingStamp } from '../domain/embedding';
import { AppError } from '../domain/errors';
import type { FieldName, LabelAssignment } from '../domain/field';
import type { HeadSpecification, InputBlock } from '../domain/head';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Part, Split } from '../domain/split';
import { backboneStamps, tfidfStamp, titleStamp, wordsStamp } from '../maths/stamps';
import { textHash } from '../maths/textHash';
import { widestVocabulary } from '../maths/tfidf';
import { wordDimensions } from '../maths/wordVectors';
import type { LabelledProducts, ProductToClassify } from '../workers/heads.contract';
import { backboneById, textEncoder } from './modelEntries';

/** Where a product's embeddings lie. */
export function toClassify({ id, title, photos }: Product): ProductToClassify {
	return {
		id,
		title,
		titleId: title ? textHash(title) : null,
		photoIds: photos.map(({ photoId }) => photoId),
	};
}

/**
 * The products that have a label, and the labels there are.
 * @param assignments labels of the field
 * @throws AppError `head-nothing-labelled`, `head-one-label`: known before anything is looked at
 */
export function labelledOnes(
	products: readonly Product[],
	assignments: readonly LabelAssignment[],
	field: FieldName,
): { products: Product[]; labelOf: ReadonlyMap<string, string>; labels: string[] } {
	const labelOf = new Map(assignments.map(({ productId, label }) => [productId, label]));
	const labelled = products.filter(({ id }) => labelOf.has(id));
	const labels = sortedLabels(labelled.flatMap(({ id }) => labelOf.get(id) ?? []));
	const [label] = labels;
	if (label === undefined) throw new AppError('head-nothing-labelled', { field });
	if (labels.length === 1) throw new AppError('head-one-label', { label });
	return { products: labelled, labelOf, labels };
}

/** By code unit, not by the reader's language: the same everywhere. */
function sortedLabels(labels: readonly string[]): string[] {
	return [...new Set(labels)].sort();
}

/** The labels that any part of a split has, in an order that does not depend on the products'. */
export function labelsIn(assignments: readonly LabelAssignment[], split: Split): string[] {
	const labels = assignments
		.filter(({ productId }) => split.parts.has(productId))
		.map(({ label }) => label);
	return sortedLabels(labels);
}

/** The labelled products of some parts of a split, in the catalogue's order. */
export function labelledProducts(
	products: readonly Product[],
	assignments: readonly LabelAssignment[],
	split: Split,
	labels: string[],
	parts: readonly Part[],
): LabelledProducts {
	const labelOf = new Map(assignments.map(({ productId, label }) => [productId, label]));
	const index = new Map(labels.map((label, i) => [label, i]));
	const chosen: ProductToClassify[] = [];
	const classes: number[] = [];
	for (const product of products) {
		const part = split.parts.get(product.id);
		const label = labelOf.get(product.id);
		const at = label === undefined ? undefined : index.get(label);
		if (!part || !parts.includes(part) || at === undefined) continue;
		chosen.push(toClassify(product));
		classes.push(at);
	}
	return { products: chosen, labels, classes: Int32Array.from(classes) };
}

/** The embeddings that a head of this specification stands on. */
export function headInputs(
	{ modality, backbones, textFeatures }: HeadSpecification,
	manifest: ModelsManifest,
): InputBlock[] {
	const blocks: InputBlock[] = [];
	if (modality !== 'title')
		for (const id of backbones) {
			const entry = backboneById(manifest, id);
			const { dimensions } = entry.embedding;
			blocks.push({ source: 'photo', stamp: backboneStamps(entry).embedding, dimensions });
		}
	if (modality !== 'photo' && textFeatures === 'tfidf')
		// As wide as it will be at most: it is fitted with the head.
		blocks.push({ source: 'title', stamp: tfidfStamp, dimensions: widestVocabulary });
	if (modality !== 'photo' && textFeatures === 'words')
		blocks.push({ source: 'title', stamp: wordsStamp, dimensions: wordDimensions });
	if (modality !== 'photo' && textFeatures === 'bert') {
		const entry = textEncoder(manifest);
		blocks.push({ source: 'title', stamp: titleStamp(entry), dimensions: entry.dimensions });
	}
	return blocks;
}

/** Every stamp that heads of this version of the app may ask for. */
export function preparedStamps({ models }: ModelsManifest): EmbeddingStamp[] {
	const embedded = models.flatMap((model) => {
		if (model.kind === 'backbone') return [backboneStamps(model).embedding];
		return model.kind === 'text-encoder' ? [titleStamp(model)] : [];
	});
	return [...embedded, tfidfStamp, wordsStamp];
}
