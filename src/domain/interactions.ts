/** Who took what: by number of the person, id of the product, and how much it counts (above 0). */
export interface Interactions {
	users: Int32Array;
	productIds: string[];
	weights: Float32Array;
}

/** What a table of interactions came to. */
export interface InteractionsRead extends Interactions {
	file: string;
	/** Different people, and different products of the catalogue. */
	people: number;
	products: number;
	/** Lines of the table that name no product, or several. */
	unmatched: number[];
}

/** What a blend of "taken together" and content is worth, measured by hiding one product of each person. */
export interface BlendFigures {
	/** Share of "taken together", 0–1. */
	together: number;
	/** Share of people whose hidden product is among the first ten. */
	hitRate: number;
	/** Mean of 1 / log2(rank + 1) for those, 0 for the others (nDCG@10 with one relevant product). */
	ndcg: number;
}

export interface Blends {
	/** People who could be asked about: with two products at least. */
	people: number;
	figures: BlendFigures[];
}
