import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomForRows } from '../../../src/learning/wasmRows';
import { cosinesWith, type QuantisedRows, quantisedRows } from '../../../src/maths/similarity';

/** The same rows, in room of their own. */
function inRoom(rows: QuantisedRows): QuantisedRows {
	const room = roomForRows(rows.length.length, rows.dimensions);
	room.codes.set(rows.codes);
	room.scale.set(rows.scale);
	room.length.set(rows.length);
	return room;
}

describe('rows in memory of WebAssembly', () => {
	it('give the very same cosines as the plain loop', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 40 }),
				fc.constantFrom(16, 48, 384),
				fc.infiniteStream(fc.float({ min: -1, max: 1, noNaN: true })),
				(count, dimensions, stream) => {
					const values = Float32Array.from({ length: (count + 1) * dimensions }, () => {
						const { value } = stream.next();
						return value as number;
					});
					const rows = quantisedRows(values.subarray(dimensions), dimensions);
					const room = inRoom(rows);
					expect(room.dots).toBeDefined();
					const query = values.subarray(0, dimensions);
					expect(cosinesWith(room, query)).toEqual(cosinesWith(rows, query));
				},
			),
			{ numRuns: 30 },
		);
	});

	it('does not overflow where all codes are as large as they can be', () => {
		const rows = quantisedRows(new Float32Array(2 * 2048).fill(-1), 2048);
		const room = inRoom(rows);
		expect([...(room.dots?.(new Int8Array(2048).fill(-127)) ?? [])]).toEqual(
			new Array(2).fill(127 * 127 * 2048),
		);
	});

	it('are plain where the dimensions do not fit, and empty where there are none', () => {
		expect(roomForRows(3, 10).dots).toBeUndefined();
		expect([...(roomForRows(0, 16).dots?.(new Int8Array(16)) ?? [])]).toEqual([]);
	});
});
