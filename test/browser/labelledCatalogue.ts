import { type EmbeddingStamp, embeddingSetId } from '../../src/domain/embedding';
import type { LabelAssignment } from '../../src/domain/field';
import type { Product } from '../../src/domain/product';
import { normalPair, seededRandom } from '../../src/maths/seededRandom';
import { putEmbeddings } from '../../src/storage/embeddings';

/** Products with one photo each, whose stored embeddings form a cloud per label. */
export async function labelledCatalogue(
	sizes: Record<string, number>,
	{ field, stamp, dimensions, seed }: Clouds,
): Promise<{ products: Product[]; assignments: LabelAssignment[] }> {
	const random = seededRandom(seed);
	const products: Product[] = [];
	const assignments: LabelAssignment[] = [];
	const rows = [];
	for (const [label, size] of Object.entries(sizes)) {
		const centre = Float32Array.from({ length: dimensions }, () => normalPair(random)[0]);
		for (let i = 0; i < size; i++) {
			const id = `${label} ${i}`;
			const vector = centre.map((value) => value + 0.5 * normalPair(random)[0]);
			rows.push({ set: embeddingSetId(stamp), item: id, vector });
			products.push({
				id,
				importId: '',
				order: products.length,
				name: id,
				title: '',
				description: '',
				photos: [{ photoId: id, path: `${id}.jpg` }],
				attributes: {},
				problems: [],
			});
			assignments.push({ field, productId: id, label, by: 'column', at: 1 });
		}
	}
	await putEmbeddings(rows);
	return { products, assignments };
}

interface Clouds {
	field: string;
	stamp: EmbeddingStamp;
	dimensions: number;
	seed: number;
}
