import sharp from 'sharp';

/*
 * A photo as the network saw its photos in Aisle: turned as its EXIF says, transparency over the background, the whole
 * picture padded to a square, then shrunk with a triangle filter. No image library's own resize gives these pixels, and
 * another resize gives other answers: so it is written out here.
 */

/**
 * @param {string | Uint8Array} photo path or bytes
 * @param {{ size: number, background: number[] }} preprocessing as the model's metadata say
 * @returns {Promise<Uint8Array>} RGB, 0–255, `[size, size, 3]`
 */
export async function preparePhoto(photo, { size, background }) {
	const { data, info } = await sharp(photo)
		.autoOrient()
		.toColourspace('srgb')
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return contain(data, info.width, info.height, size, background);
}

/**
 * @param {Uint8Array} rgba `[height, width, 4]`
 * @returns {Uint8Array} RGB, `[size, size, 3]`
 */
export function contain(rgba, width, height, size, background) {
	const side = Math.max(width, height);
	const across = taps(width, side, size);
	const down = taps(height, side, size);
	const row = new Float64Array(width * 3);
	const sums = new Float64Array(size * size * 3);
	for (let y = 0; y < size; y++)
		for (let i = 0; i < size * 3; i++) sums[y * size * 3 + i] = down[y].padding * background[i % 3];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const from = (y * width + x) * 4;
			const alpha = rgba[from + 3];
			for (let c = 0; c < 3; c++)
				row[x * 3 + c] = (rgba[from + c] * alpha + background[c] * (255 - alpha)) / 255;
		}
		const narrow = shrinkRow(row, across, background);
		for (const [output, { first, weights, padding: _ }] of down.entries()) {
			const weight = weights[y - first];
			if (weight === undefined) continue;
			const at = output * size * 3;
			for (let i = 0; i < size * 3; i++) sums[at + i] += weight * narrow[i];
		}
	}
	return Uint8Array.from(sums, (sum) => Math.min(255, Math.max(0, Math.floor(sum + 0.5))));
}

function shrinkRow(row, across, background) {
	const narrow = new Float64Array(across.length * 3);
	for (const [output, { first, weights, padding }] of across.entries())
		for (let c = 0; c < 3; c++) {
			let sum = padding * background[c];
			for (let k = 0; k < weights.length; k++) sum += weights[k] * row[(first + k) * 3 + c];
			narrow[output * 3 + c] = sum;
		}
	return narrow;
}

/** For each output pixel along one axis: the source pixels it is made of, and its share of padding. */
function taps(length, side, size) {
	const scale = side / size;
	const support = Math.max(1, scale);
	const margin = (side - length) / 2;
	return Array.from({ length: size }, (_, output) => {
		const centre = (output + 0.5) * scale - margin;
		const low = Math.ceil(Math.max(centre - support, -margin) - 0.5);
		const high = Math.floor(Math.min(centre + support, length + margin) - 0.5);
		const weights = [];
		let first = 0;
		let sum = 0;
		let padding = 0;
		for (let j = low; j <= high; j++) {
			const weight = Math.max(0, 1 - Math.abs(j + 0.5 - centre) / support);
			sum += weight;
			if (j < 0 || j >= length) padding += weight;
			else if (weight > 0) {
				if (weights.length === 0) first = j;
				weights.push(weight);
			}
		}
		return { first, weights: weights.map((weight) => weight / sum), padding: padding / sum };
	});
}
