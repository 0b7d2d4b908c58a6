import type { OwnWeights } from '../domain/tuning';
import { joined, type PlainWeight } from './plainNetwork';
import { sha256 } from './sha256';

/* What a network learned, as one run of float32 numbers. */

export async function packedWeights(
	values: ReadonlyMap<string, PlainWeight>,
): Promise<Pick<OwnWeights, 'weights' | 'data' | 'sha256'>> {
	const bytes = joined(
		[...values.values()].map(
			({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
		),
	);
	return {
		weights: [...values].map(([name, { shape }]) => ({ name, shape })),
		data: new Blob([bytes]),
		sha256: await sha256(bytes),
	};
}

/** By full name: `conv1/kernel`. @throws RangeError when there are more or fewer numbers than announced */
export async function unpackedWeights({
	weights,
	data,
}: Pick<OwnWeights, 'weights' | 'data'>): Promise<Map<string, PlainWeight>> {
	if (data.size !== announcedBytes(weights)) throw new RangeError('weights of another length');
	const bytes = await data.arrayBuffer();
	const values = new Map<string, PlainWeight>();
	let at = 0;
	for (const { name, shape } of weights) {
		const length = numbersIn(shape);
		values.set(name, { shape, data: new Float32Array(bytes.slice(at, at + 4 * length)) });
		at += 4 * length;
	}
	return values;
}

/** Bytes that weights of these shapes take. */
export function announcedBytes(weights: OwnWeights['weights']): number {
	return weights.reduce((sum, { shape }) => sum + 4 * numbersIn(shape), 0);
}

function numbersIn(shape: readonly number[]): number {
	return shape.reduce((product, side) => product * side, 1);
}
