import { AppError } from '../domain/errors';
import { verdicts } from '../domain/suspicion';
import { z } from '../domain/zod';
import { checkedHead } from './headFile';
import type { ProjectPiece, ProjectRecord } from './projectFile';
import { sha256 } from './sha256';

const text = z.string();
const count = z.int().nonnegative();
const problem = z.looseObject({
	code: text,
	detail: z.record(text, z.union([text, z.number()])),
});
const floats = z.instanceof(Float32Array);

/** A parent stands before its children: else a path would never end. */
const categories = z
	.array(z.looseObject({ id: text, name: text, parent: z.int().min(-1) }))
	.refine((all) => all.every(({ parent }, at) => parent < at));

const proportion = z.looseObject({ value: z.number(), low: z.number(), high: z.number() });
const evaluation = z
	.looseObject({
		labels: z.array(text),
		count,
		accuracy: proportion,
		macroF1: z.number(),
		top3: z.number(),
		baseline: z.looseObject({ label: text, accuracy: z.number() }),
		perClass: z.array(z.looseObject({ label: text, precision: z.number(), recall: z.number() })),
		confusion: z.instanceof(Uint32Array),
		ece: z.looseObject({ before: z.number(), after: z.number() }),
		curve: z.looseObject({ threshold: floats, coverage: floats, accuracy: floats }),
		perLevel: z.array(z.looseObject({ level: z.number(), accuracy: z.number() })),
		products: z.looseObject({
			productIds: z.array(text),
			truth: z.instanceof(Int32Array),
			predicted: z.instanceof(Int32Array),
			probability: floats,
			ranks: count,
		}),
	})
	.refine(
		({ labels, confusion, products: { productIds, truth, predicted, probability, ranks } }) =>
			confusion.length === labels.length ** 2 &&
			truth.length === productIds.length &&
			predicted.length === productIds.length * ranks &&
			probability.length === predicted.length,
	);

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
		rows: z
			.array(z.looseObject({ table: text, line: z.number(), differs: z.record(text, text) }))
			.optional(),
		problems: z.array(problem),
	}),
	photos: z.looseObject({
		id: text,
		type: text,
		bytes: count,
		width: count,
		height: count,
		problem: problem.nullable(),
	}),
	photoBlobs: z.instanceof(Blob),
	thumbnails: z.instanceof(Blob),
	embeddings: z.looseObject({ set: text, item: text, vector: floats }),
	decisions: z.looseObject({
		taxonomyId: text,
		productId: text,
		categoryId: text,
		by: z.enum(['accepted', 'corrected', 'threshold']),
		probability: z.number().nullable(),
		at: z.number(),
	}),
	imports: z.looseObject({
		id: text,
		startedAt: z.number(),
		phase: z.enum(['reading', 'embedding', 'done']),
		filesSeen: count,
		filesStored: count,
	}),
	staged: z.looseObject({
		importId: text,
		path: text,
		photoId: text.nullable(),
		table: z.instanceof(Blob).nullable(),
		problem: problem.nullable(),
	}),
	taxonomies: z.looseObject({
		id: text,
		taxonomy: z.looseObject({ id: text, name: text, categories }),
		vectors: z.instanceof(Uint8Array),
		senses: z.instanceof(Uint16Array),
		photoMatrix: z.instanceof(Uint8Array),
	}),
	labels: z.looseObject({
		field: text,
		productId: text,
		label: text.min(1),
		by: z.enum(['folder', 'column', 'grid', 'sort']),
		at: z.number(),
	}),
	splits: z.looseObject({
		field: text,
		createdAt: z.number(),
		origin: z.enum(['given', 'drawn']),
		parts: z.map(text, z.enum(['train', 'validation', 'test'])),
		tooSmall: z.array(text),
		parted: z.array(z.array(text)),
	}),
	heads: z
		.looseObject({
			version: z.number(),
			createdAt: z.number(),
			curve: z.array(z.unknown()),
			heldOut: z.looseObject({}),
			seen: z.array(text),
		})
		.transform(checkedHead),
	reports: z.looseObject({
		headId: text,
		field: text,
		createdAt: z.number(),
		counts: z.looseObject({ train: count, validation: count, test: count }),
		test: evaluation,
		operatingPoints: z.array(
			z.looseObject({
				wantedAccuracy: z.number(),
				threshold: z.number().nullable(),
				coverage: z.number(),
			}),
		),
		tooSmall: z.array(text),
		parted: z.array(z.array(text)),
		without: z.array(text),
	}),
	labRuns: z.looseObject({
		id: text,
		field: text,
		order: z.number(),
		specification: z.looseObject({ kind: text, seed: z.number() }),
	}),
	settings: z.unknown(),
};

/** Names of the stores that a project may have records of. */
export const projectStores: readonly string[] = Object.keys(shapes);

/** Settings that a project brings along; others are left where they are. */
const settings: Record<string, z.ZodType> = {
	taxonomyId: text,
	shortcuts: z.boolean(),
	activeHeads: z.record(text, text),
	headThresholds: z.record(text, z.number()),
	confirmedLabels: z.record(text, z.record(text, text)),
	suspicionVerdicts: z.record(text, z.enum(verdicts)),
	toldApart: z.record(text, z.array(text)),
};

/** What of a record is its key; the other stores keep it beside the record. */
const keyPaths: Record<string, string | string[]> = {
	products: 'id',
	photos: 'id',
	embeddings: ['set', 'item'],
	decisions: ['taxonomyId', 'productId'],
	imports: 'id',
	staged: ['importId', 'path'],
	taxonomies: 'id',
	labels: ['field', 'productId'],
	splits: 'field',
	heads: 'id',
	reports: 'headId',
	labRuns: 'id',
};

/**
 * Photos have to be what their names say, byte by byte.
 * @throws AppError `project-damaged` for an unknown store, or a record that is not what its store holds
 */
export async function assertRecords({ store, records }: ProjectPiece): Promise<void> {
	const shape = Object.hasOwn(shapes, store) ? shapes[store] : undefined;
	if (!shape) throw damaged(store);
	for (const record of records) {
		const { key, value } = record;
		if (!hasItsKey(store, record)) throw damaged(store);
		const own = store === 'settings' ? settings[String(key)] : shape;
		try {
			own?.parse(value);
		} catch (error) {
			throw damaged(store, error);
		}
		if (store === 'photoBlobs' && (await sha256(await (value as Blob).arrayBuffer())) !== key)
			throw damaged(store);
	}
}

function hasItsKey(store: string, { key, value }: ProjectRecord): boolean {
	const path = keyPaths[store];
	if (path === undefined) return typeof key === 'string';
	const part = (name: string): unknown => (value as Record<string, unknown> | null)?.[name];
	const own = Array.isArray(path) ? path.map(part) : part(path);
	return JSON.stringify(own) === JSON.stringify(key);
}

function damaged(reason: string, cause?: unknown): AppError {
	return new AppError('project-damaged', { reason }, { cause });
}
