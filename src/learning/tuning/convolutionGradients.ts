import * as tf from '@tensorflow/tfjs-core';

/*
 * Derivatives of convolutions, made of operations that every backend has and that are quick on WASM: products of
 * matrices that are not transposed on the way, and convolutions. All tensors are `[n, height, width, channels]`.
 */

/** How a convolution goes over its input. */
export interface ConvolutionPlan {
	/** Height and width of the input, the output, and the filter. */
	input: [number, number];
	output: [number, number];
	filter: [number, number];
	strides: [number, number];
	/** Rows of zeros above and below, columns of zeros left and right. */
	padding: { top: number; bottom: number; left: number; right: number };
}

/** By the filter `[fh, fw, in, out]`: for each of its places, the input under it times what came of it. */
export function filterGradient(
	x: tf.Tensor4D,
	dy: tf.Tensor4D,
	plan: ConvolutionPlan,
): tf.Tensor4D {
	return tf.tidy(() => {
		const [inputs, outputs] = [x.shape[3], dy.shape[3]];
		const above = tf.reshape(dy, [-1, outputs]) as tf.Tensor2D;
		const places = placesOf(x, plan).map((under) => tf.matMul(tf.transpose(under), above));
		return tf.reshape(tf.concat(places), [...plan.filter, inputs, outputs]) as tf.Tensor4D;
	});
}

/** By the input: a convolution of `dy` with the filter turned around. */
export function inputGradient(
	dy: tf.Tensor4D,
	filter: tf.Tensor4D,
	plan: ConvolutionPlan,
): tf.Tensor4D {
	return tf.tidy(() => {
		const [, , inputs, outputs] = filter.shape;
		if (isPointwise(plan)) {
			const turned = tf.transpose(tf.reshape(filter, [inputs, outputs]) as tf.Tensor2D);
			const rows = tf.matMul(tf.reshape(dy, [-1, outputs]) as tf.Tensor2D, turned);
			return tf.reshape(rows, [dy.shape[0], ...plan.input, inputs]) as tf.Tensor4D;
		}
		const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
		return tf.conv2d(spread(dy, plan), turned, 1, 'valid');
	});
}

/** By the input of a depthwise convolution. */
export function depthwiseInputGradient(
	dy: tf.Tensor4D,
	filter: tf.Tensor4D,
	plan: ConvolutionPlan,
): tf.Tensor4D {
	return tf.tidy(() => {
		const turned = tf.reverse(filter, [0, 1]) as tf.Tensor4D;
		return tf.depthwiseConv2d(spread(dy, plan), turned, 1, 'valid');
	});
}

function isPointwise({ filter, strides, padding }: ConvolutionPlan): boolean {
	return [...filter, ...strides].every((side) => side === 1) && padding.top + padding.left === 0;
}

/** For each place of the filter, row by row, what of the input lies under it: `[n · output height · output width, in]`. */
function placesOf(x: tf.Tensor4D, plan: ConvolutionPlan): tf.Tensor2D[] {
	const { filter, output, strides } = plan;
	const [n, , , channels] = x.shape;
	const padded = paddedTo(x, plan, [coarse(plan, 0), coarse(plan, 1)]);
	/** By which of the rows and columns that a stride skips they begin with, rows of whole pixels joined. */
	const planes = new Map<string, tf.Tensor3D>();
	const planeAt = (row: number, column: number): tf.Tensor3D => {
		const key = `${row} ${column}`;
		const plane = planes.get(key) ?? joinedRows(everyOf(padded, strides, [row, column]));
		planes.set(key, plane);
		return plane;
	};
	const places: tf.Tensor2D[] = [];
	for (let row = 0; row < filter[0]; row++)
		for (let column = 0; column < filter[1]; column++) {
			const plane = planeAt(row % strides[0], column % strides[1]);
			const left = Math.floor(column / strides[1]) * channels;
			const begin: [number, number, number] = [0, Math.floor(row / strides[0]), left];
			const under = tf.slice(plane, begin, [n, output[0], output[1] * channels]);
			places.push(tf.reshape(under, [-1, channels]) as tf.Tensor2D);
		}
	return places;
}

/** `[n, height, width · channels]`: a slice of it is copied row by row instead of pixel by pixel. */
function joinedRows(x: tf.Tensor4D): tf.Tensor3D {
	const [n, height, width, channels] = x.shape;
	return tf.reshape(x, [n, height, width * channels]) as tf.Tensor3D;
}

/** Rows (0) or columns (1) that the filter reaches, up to a whole number of strides. */
function coarse({ filter, output, strides }: ConvolutionPlan, side: 0 | 1): number {
	const reached = (output[side] - 1) * strides[side] + filter[side];
	return Math.ceil(reached / strides[side]) * strides[side];
}

/** The input with its zeros around it, cut or filled up to that height and width. */
function paddedTo(
	x: tf.Tensor4D,
	plan: ConvolutionPlan,
	[height, width]: [number, number],
): tf.Tensor4D {
	const { input, padding } = plan;
	const below = Math.max(0, height - input[0] - padding.top);
	const right = Math.max(0, width - input[1] - padding.left);
	const around = [padding.top, below, padding.left, right].some((side) => side > 0);
	const padded = around
		? tf.pad(x, [
				[0, 0],
				[padding.top, below],
				[padding.left, right],
				[0, 0],
			])
		: x;
	const [n, rows, columns, channels] = padded.shape;
	return rows === height && columns === width
		? padded
		: tf.slice(padded, [0, 0, 0, 0], [n, height, width, channels]);
}

/** Every so many rows and columns, from the given ones on; TF.js' own strided slice is slow on WASM. */
function everyOf(
	x: tf.Tensor4D,
	[down, across]: [number, number],
	[row, column]: [number, number],
): tf.Tensor4D {
	if (down === 1 && across === 1) return x;
	const [n, height, width, channels] = x.shape;
	const [high, wide] = [height / down, width / across];
	const rows = tf.reshape(x, [n * high, down, width * channels]) as tf.Tensor3D;
	const some = tf.slice(rows, [0, row, 0], [n * high, 1, width * channels]);
	const cells = tf.reshape(some, [n * high * wide, across, channels]) as tf.Tensor3D;
	const few = tf.slice(cells, [0, column, 0], [n * high * wide, 1, channels]);
	return tf.reshape(few, [n, high, wide, channels]) as tf.Tensor4D;
}

/** `dy` with zeros between its rows and columns, as many as the strides skip, and as many around it as the filter reaches. */
function spread(dy: tf.Tensor4D, plan: ConvolutionPlan): tf.Tensor4D {
	const { input, filter, strides, padding } = plan;
	const before = [filter[0] - 1 - padding.top, filter[1] - 1 - padding.left] as const;
	const loose = apart(dy, strides);
	const [, height, width] = loose.shape;
	const after = (side: 0 | 1, length: number): number =>
		input[side] + filter[side] - 1 - length - before[side];
	return tf.pad(loose, [
		[0, 0],
		[before[0], after(0, height)],
		[before[1], after(1, width)],
		[0, 0],
	]);
}

function apart(dy: tf.Tensor4D, [down, across]: [number, number]): tf.Tensor4D {
	if (down === 1 && across === 1) return dy;
	const [n, height, width, channels] = dy.shape;
	const columns = tf.pad(tf.reshape(dy, [n * height * width, 1, channels]), [
		[0, 0],
		[0, across - 1],
		[0, 0],
	]);
	const rows = tf.pad(tf.reshape(columns, [n * height, 1, width * across * channels]), [
		[0, 0],
		[0, down - 1],
		[0, 0],
	]);
	const all = tf.reshape(rows, [n, height * down, width * across, channels]);
	const kept = [n, (height - 1) * down + 1, (width - 1) * across + 1, channels];
	return tf.slice(all, [0, 0, 0, 0], kept) as tf.Tensor4D;
}
