/** Numbers at the places of a grid, row by row: `[height, width]`. */
export interface PlaceMap {
	height: number;
	width: number;
	values: Float32Array;
}

/** What a layer of a network says at each place of a photo, before pooling: `values` `[height, width, channels]`. */
export interface FeatureMap extends PlaceMap {
	channels: number;
}

/** What a head answers of a product, and where on one of its photos that comes from. */
export interface Attention {
	/** Most probable first; none for a product without embeddings. */
	answers: AttentionAnswer[];
	/**
	 * How much the photo counted beside the title, 0–1; `null` for heads that do not weigh the one against the other.
	 */
	photoShare: number | null;
}

export interface AttentionAnswer {
	label: string;
	/** 0–1, calibrated. */
	probability: number;
	/**
	 * On the photo, from what speaks least for the label, 0, to what speaks most for it, 1; `null` where there is no
	 * such picture: the head looks at titles alone, or compares with neighbours.
	 */
	map: PlaceMap | null;
}
