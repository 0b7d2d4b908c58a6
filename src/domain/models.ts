import { z } from './zod';

/**
 * `public/models/models.json`: the single description of everything that is not code. Written by
 * `npm run models -- --write-manifest`, committed, and checked by every run of `npm run models` and
 * by the app when it loads a file.
 */

const file = z.object({
	/** Relative to `public/models/`. */
	path: z.string(),
	bytes: z.number().int().positive(),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const source = z.object({
	/** npm package, exact version and the registry's integrity string. */
	package: z.string(),
	version: z.string(),
	integrity: z.string(),
});

const common = {
	id: z.string(),
	/** As shown to people: "ResNet-50". */
	name: z.string(),
	source,
	/** SPDX, and of what, where package and content differ. */
	licence: z.string(),
	/** Committed files come with the checkout; the others are made by `npm run models`. */
	committed: z.boolean(),
	files: z.array(file),
};

/** How a decoded photo becomes a network's input. One code path for every backend. */
export const preprocessingSchema = z.object({
	/** Goes up whenever the pixels would change; part of every embedding's stamp. */
	version: z.number().int(),
	/** Side of the square input, in pixels. */
	size: z.number().int(),
	/** The whole picture, padded to a square with `background`. */
	fit: z.literal('contain'),
	background: z.tuple([z.number(), z.number(), z.number()]),
	channels: z.enum(['rgb', 'bgr']),
	/** `value * scale + offset[channel]`, channels in the order named above. */
	scale: z.number(),
	offset: z.tuple([z.number(), z.number(), z.number()]),
});

const backbone = z.object({
	kind: z.literal('backbone'),
	...common,
	/** The model.json among `files`. Its outputs are the embedding and, for `beliefs`, the logits of every place. */
	model: z.string(),
	/** Layers whose outputs are pooled and concatenated, in that order. */
	embedding: z.object({
		layers: z.array(z.string()),
		pooling: z.enum(['average', 'max']),
		dimensions: z.number().int(),
	}),
	/**
	 * Layers that all of the embedding goes through, the last one first, with the shape of what they hand on:
	 * from behind each of them the network can be taught. Batch norms are folded when it is.
	 */
	stages: z.array(z.object({ layer: z.string(), shape: z.tuple([z.int(), z.int(), z.int()]) })),
	/**
	 * For networks that keep their ImageNet head: how the logits of each place, `[h, w, classes]`, become one
	 * distribution over the classes. Softmax at each place with `temperature`, then a mean weighted by a
	 * Gaussian around the middle, `sigma` in cells. The figures were chosen on the fashion train rows.
	 */
	beliefs: z
		.object({
			classes: z.number().int(),
			labels: z.string(),
			temperature: z.number(),
			sigma: z.number(),
		})
		.nullable(),
	preprocessing: preprocessingSchema,
	/** The stored answer to the reference picture, which every backend must reproduce. */
	reference: z.object({ picture: z.string(), embedding: z.string() }),
	/** What storing the weights in fewer bits cost. */
	quantisation: z.object({
		/** Which weights are stored how, in words. */
		weights: z.string(),
		/** Cosine to the original network's float32 embedding over the sample photos. */
		cosineMean: z.number(),
		cosineWorst: z.number(),
		photos: z.number().int(),
	}),
});

const textEncoder = z.object({
	kind: z.literal('text-encoder'),
	...common,
	/** Folder below `public/models/`, in the layout Transformers.js expects. */
	folder: z.string(),
	dimensions: z.number().int(),
	dtype: z.literal('q8'),
	/** Tokens after which a text is cut. */
	maximumTokens: z.number().int(),
});

const taxonomy = z.object({
	kind: z.literal('taxonomy'),
	...common,
	/** The published text file among `files`: one `id - A > B > C` or `gid : A > B > C` a line. */
	text: z.string(),
	/** Release of the taxonomy, as its publisher names it. */
	release: z.string(),
	categories: z.number().int(),
	/** 16 bits for each part of each name, in the order of `categoryKeys`: its sense in the lexicon. */
	senses: z.string(),
	/** Which categories photos of each ImageNet class may belong to; see `formats/photoMatrixFile.ts`. */
	photoMatrix: z.string(),
});

const catalogue = z.object({
	kind: z.literal('catalogue'),
	...common,
	table: z.string(),
	products: z.number().int(),
});

/** What zero-shot suggestions rest on: what words mean, and the vectors of category and class names. */
const knowledge = z.object({
	kind: z.literal('knowledge'),
	...common,
	/** The text encoder that made the vectors. */
	encoder: z.string(),
	/** WordNet's licence, which goes with every copy of its data. */
	notice: z.string(),
	/** See `formats/lexiconText.ts`. */
	lexicon: z.object({ senses: z.string(), lemmas: z.string(), glosses: z.string() }),
	/** In how many of `wordCountNames` category names each word comes. */
	wordCounts: z.string(),
	wordCountNames: z.number().int(),
	/** Names of prepared categories and their parts, one a line, and their 8-bit vectors in that order. */
	phrases: z.object({ keys: z.string(), vectors: z.string() }),
	/** ImageNet's classes: senses in 16 bits, 8-bit vectors of names and of glosses, the two means in float32. */
	labels: z.object({
		senses: z.string(),
		names: z.string(),
		glosses: z.string(),
		means: z.string(),
	}),
});

export const modelEntrySchema = z.discriminatedUnion('kind', [
	backbone,
	textEncoder,
	taxonomy,
	catalogue,
	knowledge,
]);

export const modelsManifestSchema = z.object({
	version: z.literal(1),
	models: z.array(modelEntrySchema),
});

export type Preprocessing = z.infer<typeof preprocessingSchema>;
export type ModelFile = z.infer<typeof file>;
export type ModelEntry = z.infer<typeof modelEntrySchema>;
export type BackboneEntry = z.infer<typeof backbone>;
export type TextEncoderEntry = z.infer<typeof textEncoder>;
export type TaxonomyEntry = z.infer<typeof taxonomy>;
export type KnowledgeEntry = z.infer<typeof knowledge>;
export type ModelsManifest = z.infer<typeof modelsManifestSchema>;
