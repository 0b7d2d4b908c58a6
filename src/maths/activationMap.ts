import type { FeatureMap, PlaceMap } from '../domain/attention';

/**
 * Class activation map (Zhou et al., 2016): what each place of a photo adds to a score. Exact for features that are
 * averaged over the places and a linear head, since `Σ_d g_d · mean_xy f_d(x, y) = mean_xy Σ_d g_d · f_d(x, y)`.
 * Layers with coarser grids are enlarged to the finest one, which leaves their means as they are.
 * @param layers in the order of the embedding's columns
 * @param gradient `[d]`, of the score by the averaged features (headGradient.ts)
 * @returns the map's mean is `Σ_d gradient_d · embedding_d`
 */
export function activationMap(layers: readonly FeatureMap[], gradient: Float32Array): PlaceMap {
	const height = Math.max(...layers.map((layer) => layer.height));
	const width = Math.max(...layers.map((layer) => layer.width));
	const sum = new Float32Array(height * width);
	let column = 0;
	for (const layer of layers) {
		const weights = gradient.subarray(column, column + layer.channels);
		column += layer.channels;
		addTo(sum, enlarged(weightedSum(layer, weights), height, width));
	}
	if (column !== gradient.length)
		throw new RangeError(`${column} channels for ${gradient.length} weights`);
	return { height, width, values: sum };
}

/** Maps of the same or coarser grids added up at the finest. */
export function addedMaps(maps: readonly PlaceMap[]): PlaceMap {
	const height = Math.max(...maps.map((map) => map.height));
	const width = Math.max(...maps.map((map) => map.width));
	const sum = new Float32Array(height * width);
	for (const map of maps) addTo(sum, enlarged(map, height, width));
	return { height, width, values: sum };
}

/** Left to right. */
export function mirroredMap({ height, width, values }: PlaceMap): PlaceMap {
	return {
		height,
		width,
		values: values.map((_, at) => values[at - (at % width) + (width - 1 - (at % width))] as number),
	};
}

/**
 * The part of a square's map that lies on the photo, without the padding that made it square, from its lowest to
 * its highest value as 0 to 1; all 0 where the map is level.
 * @param photo size in pixels
 * @param longest side of the result
 */
export function mapOnPhoto(
	map: PlaceMap,
	photo: { width: number; height: number },
	longest: number,
): PlaceMap {
	const side = Math.max(photo.width, photo.height);
	const width = Math.max(1, Math.round((longest * photo.width) / side));
	const height = Math.max(1, Math.round((longest * photo.height) / side));
	const values = new Float32Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			// In shares of the square, the photo in its middle.
			const left = 0.5 + (((x + 0.5) / width - 0.5) * photo.width) / side;
			const top = 0.5 + (((y + 0.5) / height - 0.5) * photo.height) / side;
			values[y * width + x] = bilinear(map, left * map.width - 0.5, top * map.height - 0.5);
		}
	let low = Number.POSITIVE_INFINITY;
	let high = Number.NEGATIVE_INFINITY;
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	const range = high - low;
	return { width, height, values: values.map((v) => (range > 0 ? (v - low) / range : 0)) };
}

function weightedSum({ height, width, channels, values }: FeatureMap, weights: Float32Array) {
	const sums = new Float32Array(height * width);
	for (let place = 0; place < sums.length; place++) {
		let sum = 0;
		for (let channel = 0; channel < channels; channel++)
			sum += (values[place * channels + channel] as number) * (weights[channel] as number);
		sums[place] = sum;
	}
	return { height, width, values: sums };
}

/** Bilinear, pixel centres at halves, the edge repeated: at whole factors every place counts alike. */
function enlarged(map: PlaceMap, height: number, width: number): PlaceMap {
	if (map.height === height && map.width === width) return map;
	if (height % map.height !== 0 || width % map.width !== 0)
		throw new RangeError(`${map.height} × ${map.width} does not fit ${height} × ${width}`);
	const values = new Float32Array(height * width);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			values[y * width + x] = bilinear(
				map,
				((x + 0.5) * map.width) / width - 0.5,
				((y + 0.5) * map.height) / height - 0.5,
			);
	return { height, width, values };
}

/** The map's value at a point in units of its cells, the middle of the first at 0; beyond the edges, the edge's. */
function bilinear({ height, width, values }: PlaceMap, x: number, y: number): number {
	const left = Math.min(width - 1, Math.max(0, x));
	const top = Math.min(height - 1, Math.max(0, y));
	const x0 = Math.floor(left);
	const y0 = Math.floor(top);
	const x1 = Math.min(width - 1, x0 + 1);
	const y1 = Math.min(height - 1, y0 + 1);
	const at = (column: number, row: number): number => values[row * width + column] as number;
	const upper = at(x0, y0) + (left - x0) * (at(x1, y0) - at(x0, y0));
	const lower = at(x0, y1) + (left - x0) * (at(x1, y1) - at(x0, y1));
	return upper + (top - y0) * (lower - upper);
}

function addTo(sum: Float32Array, { values }: PlaceMap): void {
	for (const [i, value] of values.entries()) sum[i] = (sum[i] as number) + value;
}
