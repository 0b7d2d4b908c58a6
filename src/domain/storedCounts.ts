/** What "delete everything" would delete. */
export interface StoredCounts {
	products: number;
	photos: number;
	decisions: number;
	taxonomies: number;
	/** Labels of products, in all fields. */
	labels: number;
	/** Trained heads; each goes with its report. */
	heads: number;
	/** Bytes this site uses on the device, as the browser estimates it; models in its cache included. */
	bytes: number;
}
