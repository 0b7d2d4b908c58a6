import { AppError } from '../domain/errors';
import { z } from '../domain/zod';
import type { ProjectPiece } from './projectFile';

const problems = z.array(
	z.looseObject({
		code: z.string(),
		detail: z.record(z.string(), z.union([z.string(), z.number()])),
	}),
);
const text = z.string();

/** What every record of a store has to be, so that no screen trips over it. */
const shapes: Record<string, z.ZodType> = {
	products: z.looseObject({
		id: text,
		importId: text,
		order: z.number(),
		name: text,
		title: text,
		description: text,
		photos: z.array(z.looseObject({ photoId: text, path: text })),
		attributes: z.record(text, text),
		problems,
	}),
	photos: z.looseObject({ id: text, type: text, width: z.number(), height: z.number() }),
	photoBlobs: z.instanceof(Blob),
	thumbnails: z.instanceof(Blob),
	embeddings: z.looseObject({ set: text, item: text, vector: z.instanceof(Float32Array) }),
	decisions: z.looseObject({ taxonomyId: text, productId: text, categoryId: text, by: text }),
	imports: z.looseObject({ id: text, phase: z.enum(['reading', 'embedding', 'done']) }),
	staged: z.looseObject({ importId: text, path: text }),
	taxonomies: z.looseObject({
		id: text,
		taxonomy: z.looseObject({
			name: text,
			categories: z.array(z.looseObject({ id: text, name: text, parent: z.number() })),
		}),
		vectors: z.instanceof(Uint8Array),
		senses: z.instanceof(Uint16Array),
		photoMatrix: z.instanceof(Uint8Array),
	}),
	labels: z.looseObject({ field: text, productId: text, label: text }),
	splits: z.looseObject({ field: text, parts: z.instanceof(Map) }),
	heads: z.looseObject({
		id: text,
		field: text,
		name: text,
		seen: z.array(text),
		model: z.looseObject({
			labels: z.array(text).min(2),
			standardisation: z.object({
				mean: z.instanceof(Float32Array),
				scale: z.instanceof(Float32Array),
			}),
			parameters: z.looseObject({ kind: text }),
		}),
	}),
	reports: z.looseObject({
		headId: text,
		field: text,
		test: z.looseObject({ labels: z.array(text) }),
	}),
	settings: z.unknown(),
};

/** @throws AppError `project-damaged` for an unknown store, or a record that is not what its store holds */
export function assertRecords({ store, records }: ProjectPiece): void {
	const shape = Object.hasOwn(shapes, store) ? shapes[store] : undefined;
	if (!shape || !records.every(({ value }) => shape.safeParse(value).success))
		throw new AppError('project-damaged', { reason: store });
}
