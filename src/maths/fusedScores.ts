import type { FusedParameters, Gate } from '../domain/head';
import { dense, densePull } from './dense';
import { columnsOf, thereOf } from './sides';

/*
 * Heads whose two sides are projected to a common width and made one there. A product that lacks a side is answered
 * from the other's projection as it is, whatever the fusion.
 */

/** Both sides of one row, projected, and what they have become. */
interface FusedRow {
	photo: Float32Array;
	title: Float32Array;
	there: { photo: boolean; title: boolean };
	/** How much the photo counts, 0–1, by the gate; 0 or 1 where a side is missing. */
	share: number;
	fused: Float32Array;
}

/**
 * Scores `[n, labels]`.
 * @param rows `[n, photo columns + title columns]`, standardised
 */
export function fusedScores(parameters: FusedParameters, rows: Float32Array): Float32Array {
	const fused = fusedRows(parameters, rows);
	const width = parameters.photo.outputs;
	const values = new Float32Array(fused.length * width);
	for (const [at, row] of fused.entries()) values.set(row.fused, at * width);
	return dense(values, parameters.output);
}

/** How much the photo counted beside the title, `[n]`, 0–1; `null` for a fusion that does not weigh them. */
export function gateShares(parameters: FusedParameters, rows: Float32Array): Float32Array | null {
	if (!parameters.gate) return null;
	return Float32Array.from(fusedRows(parameters, rows), ({ share }) => share);
}

/** The derivative of a label's score by one standardised row, `[columns]`. */
export function fusedGradient(
	parameters: FusedParameters,
	row: Float32Array,
	label: number,
): Float32Array {
	const { photo, title, gate, output } = parameters;
	const [at] = fusedRows(parameters, row);
	if (!at) throw new RangeError('one row is asked about');
	const ofLabel = Float32Array.from({ length: output.outputs }, (_, i) => (i === label ? 1 : 0));
	const pull = densePull(output, ofLabel);
	const both = at.there.photo && at.there.title;
	// What the gate's own change adds, as far as it depends on each side.
	const gatePull = gate && both ? dot(pull, difference(at)) * at.share * (1 - at.share) : 0;
	const sidePull = (side: 'photo' | 'title', layer: FusedParameters['photo']): Float32Array => {
		if (!at.there[side]) return new Float32Array(layer.inputs);
		const own = at[side];
		const through = pull.map((value, unit) => {
			const hidden = own[unit] as number;
			const direct = value * sideFactor(parameters.fusion, at, side, unit);
			const gated = gatePull * ((gate?.[side][unit] as number | undefined) ?? 0);
			return (direct + gated) * (1 - hidden * hidden);
		});
		return densePull(layer, through);
	};
	const gradient = new Float32Array(photo.inputs + title.inputs);
	gradient.set(sidePull('photo', photo));
	gradient.set(sidePull('title', title), photo.inputs);
	return gradient;
}

function fusedRows(parameters: FusedParameters, rows: Float32Array): FusedRow[] {
	const { photo, title, gate, fusion } = parameters;
	const columns = photo.inputs + title.inputs;
	const photos = columnsOf(rows, columns, 0, photo.inputs);
	const titles = columnsOf(rows, columns, photo.inputs, columns);
	const photosThere = thereOf(photos, photo.inputs);
	const titlesThere = thereOf(titles, title.inputs);
	const width = photo.outputs;
	const projectedPhotos = dense(photos, photo).map(Math.tanh);
	const projectedTitles = dense(titles, title).map(Math.tanh);
	return photosThere.map((photoThere, row) => {
		const of = (values: Float32Array) => values.subarray(row * width, (row + 1) * width);
		const there = { photo: photoThere, title: titlesThere[row] === true };
		const sides = { photo: of(projectedPhotos), title: of(projectedTitles) };
		const share = shareOf(gate, sides, there);
		const fused = sides.photo.map((a, unit) =>
			fuse(fusion, { a, b: sides.title[unit] as number, there, share }),
		);
		return { ...sides, there, share, fused };
	});
}

interface Meeting {
	/** The photo's number and the title's. */
	a: number;
	b: number;
	there: FusedRow['there'];
	share: number;
}

function fuse(fusion: FusedParameters['fusion'], { a, b, there, share }: Meeting): number {
	if (!there.photo || !there.title) return there.photo ? a : there.title ? b : 0;
	switch (fusion) {
		case 'sum':
			return a + b;
		case 'product':
			return a * b;
		case 'maximum':
			return Math.max(a, b);
		case 'gated':
			return share * a + (1 - share) * b;
	}
}

/** The derivative of a fused number by the number of one side, the gate held as it is. */
function sideFactor(
	fusion: FusedParameters['fusion'],
	{ photo, title, there, share }: FusedRow,
	side: 'photo' | 'title',
	unit: number,
): number {
	if (!there.photo || !there.title) return 1;
	const [a, b] = [photo[unit] as number, title[unit] as number];
	switch (fusion) {
		case 'sum':
			return 1;
		case 'product':
			return side === 'photo' ? b : a;
		case 'maximum':
			return a >= b === (side === 'photo') ? 1 : 0;
		case 'gated':
			return side === 'photo' ? share : 1 - share;
	}
}

function shareOf(
	gate: Gate | null,
	{ photo, title }: Pick<FusedRow, 'photo' | 'title'>,
	there: FusedRow['there'],
): number {
	if (!there.photo || !there.title) return there.photo ? 1 : 0;
	if (!gate) return 0.5;
	return 1 / (1 + Math.exp(-(dot(photo, gate.photo) + dot(title, gate.title) + gate.bias)));
}

function difference({ photo, title }: FusedRow): Float32Array {
	return photo.map((value, unit) => value - (title[unit] as number));
}

function dot(a: Float32Array, b: Float32Array): number {
	return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
