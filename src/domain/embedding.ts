/** Where an embedding came from. Embeddings are only ever compared with their like. */
export interface EmbeddingStamp {
	/** `resnet50`, `resnet50.beliefs`, `mobilenetv2`, `all-MiniLM-L6-v2`, `tfidf`. */
	output: string;
	/** 16 hex digits that change whenever a file of the model does (maths/stamps.ts). */
	weights: string;
	/** Version of the preprocessing, from models.json. */
	preprocessing: number;
	dtype: 'float32';
	/** `any` where every backend agrees (float photo networks); else the runtime, `wasm` or `webgpu`. */
	numerics: 'any' | 'wasm' | 'webgpu';
}

/** The name under which rows of one stamp are stored together. */
export function embeddingSetId(stamp: EmbeddingStamp): string {
	return [stamp.output, stamp.weights, `p${stamp.preprocessing}`, stamp.dtype, stamp.numerics].join(
		'/',
	);
}

/** One stored row. */
export interface EmbeddingRow {
	set: string;
	/** Photo id, view of a photo (augmentation.ts), or hash of the text. */
	item: string;
	/** `[dimensions]` */
	vector: Float32Array;
}
