import { AppError } from '../domain/errors';
import { z } from '../domain/zod';
import { projectMark, projectVersion } from './projectMark';
import { sha256 } from './sha256';

/*
 * A whole project in one file, written and read piece by piece so that memory stays small. A first line that says
 * what it is and in which version, then pieces: the length of a JSON text, the length of the bytes behind it, the
 * SHA-256 of both, the text, the bytes. Typed arrays and files are bytes that the text refers to by place, never
 * numbers in text. The last piece is of no store and holds how many records there were.
 */

const headLength = 8 + 64;
/** No piece of ours is longer. */
const longestPiece = 1024 ** 3;

export interface ProjectRecord {
	key: IDBValidKey;
	value: unknown;
}

/** Records of one store; the last piece has the store `''` and no records. */
export interface ProjectPiece {
	store: string;
	records: ProjectRecord[];
	/** Of the whole file, in its last piece. */
	total?: number | undefined;
}

const arrayTypes = { Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type ArrayName = keyof typeof arrayTypes;

export function projectStart(): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`aisle-project ${projectVersion}\n`);
}

/** The bytes of a piece, in two parts. */
export async function encodePiece(piece: ProjectPiece): Promise<Uint8Array<ArrayBuffer>[]> {
	const parts: BlobPart[] = [];
	let end = 0;
	const place = (part: BlobPart, bytes: number): { at: number; bytes: number } => {
		const at = end;
		parts.push(part);
		end += bytes;
		return { at, bytes };
	};
	/** Every object is wrapped, so that no text of a user can pass for a reference. */
	const plain = (value: unknown): unknown => {
		// JSON knows no such numbers and would write null.
		if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
		if (value === null || typeof value !== 'object') return value;
		if (Array.isArray(value)) return value.map(plain);
		if (value instanceof Blob) return { blob: place(value, value.size), type: value.type };
		if (value instanceof Map) return { map: [...value].map(plain) };
		const array = Object.entries(arrayTypes).find(([, type]) => value instanceof type);
		if (array) {
			const { buffer, byteOffset, byteLength } = value as Uint8Array<ArrayBuffer>;
			return {
				array: place(new Uint8Array(buffer, byteOffset, byteLength), byteLength),
				of: array[0],
			};
		}
		if (ArrayBuffer.isView(value) || value instanceof Set)
			throw new TypeError(`no place in a project for ${value.constructor.name}`);
		const entries = Object.entries(value).filter(([, of]) => of !== undefined);
		return { object: entries.map(([name, of]) => [name, plain(of)]) };
	};
	const { store, records, total } = piece;
	const text = JSON.stringify({
		store,
		records: records.map(({ key, value }) => [key, plain(value)]),
		total,
	});
	const json = new TextEncoder().encode(text);
	const body = await new Blob([json, ...parts]).arrayBuffer();
	const head = new Uint8Array(headLength);
	const lengths = new DataView(head.buffer);
	lengths.setUint32(0, json.length, true);
	lengths.setUint32(4, end, true);
	head.set(new TextEncoder().encode(await sha256(body)), 8);
	return [head, new Uint8Array(body)];
}

/**
 * The pieces of a file, each checked before it is handed out. A file that ends early, or whose bytes are not what
 * was written, throws.
 * @throws AppError `project-newer-version`, `project-damaged` with a `reason`
 */
export async function* projectPieces(
	file: Blob,
): AsyncGenerator<{ piece: ProjectPiece; at: number }> {
	const start = await file.slice(0, 40).text();
	const [line, version] = projectMark.exec(start) ?? [];
	if (line === undefined) throw damaged('not a project');
	if (Number(version) > projectVersion) throw new AppError('project-newer-version');
	let at = line.length;
	let seen = 0;
	for (;;) {
		const head = await file.slice(at, at + headLength).arrayBuffer();
		if (head.byteLength < headLength) throw damaged('cut short');
		const view = new DataView(head);
		const [json, bytes] = [view.getUint32(0, true), view.getUint32(4, true)];
		const end = at + headLength + json + bytes;
		if (json + bytes > longestPiece || end > file.size) throw damaged('cut short');
		const body = await file.slice(at + headLength, end).arrayBuffer();
		if ((await sha256(body)) !== new TextDecoder().decode(head.slice(8))) throw damaged('checksum');
		const piece = decoded(new Uint8Array(body, 0, json), body.slice(json));
		at = end;
		if (piece.store !== '') {
			seen += piece.records.length;
			yield { piece, at };
			continue;
		}
		if (piece.total !== seen) throw damaged('count');
		return;
	}
}

function damaged(reason: string, cause?: unknown): AppError {
	return new AppError('project-damaged', { reason }, { cause });
}

const place = z.object({ at: z.int().nonnegative(), bytes: z.int().nonnegative() });
const key = z.union([z.string(), z.array(z.string())]);
const outline = z.object({
	store: z.string(),
	records: z.array(z.tuple([key, z.unknown()])),
	total: z.int().optional(),
});
const wrapped = z.union([
	z.strictObject({ object: z.array(z.tuple([z.string(), z.unknown()])) }),
	z.strictObject({ map: z.array(z.tuple([z.unknown(), z.unknown()])) }),
	z.strictObject({ number: z.enum(['NaN', 'Infinity', '-Infinity']) }),
	z.strictObject({ blob: place, type: z.string() }),
	z.strictObject({
		array: place,
		of: z.enum(Object.keys(arrayTypes) as [ArrayName, ...ArrayName[]]),
	}),
]);

function decoded(json: Uint8Array, bytes: ArrayBuffer): ProjectPiece {
	const taken = ({ at, bytes: length }: z.infer<typeof place>): ArrayBuffer => {
		if (at + length > bytes.byteLength) throw new Error('a place outside of the bytes');
		return bytes.slice(at, at + length);
	};
	const value = (plain: unknown): unknown => {
		if (plain === null || typeof plain !== 'object') return plain;
		if (Array.isArray(plain)) return plain.map(value);
		const of = wrapped.parse(plain);
		if ('object' in of)
			return Object.fromEntries(of.object.map(([name, each]) => [name, value(each)]));
		if ('number' in of) return Number(of.number);
		if ('map' in of) return new Map(of.map.map(([name, each]) => [value(name), value(each)]));
		if ('blob' in of) return new Blob([taken(of.blob)], { type: of.type });
		return new arrayTypes[of.of](taken(of.array));
	};
	try {
		const { store, records, total } = outline.parse(JSON.parse(new TextDecoder().decode(json)));
		return { store, total, records: records.map(([key, each]) => ({ key, value: value(each) })) };
	} catch (error) {
		throw damaged('content', error);
	}
}
