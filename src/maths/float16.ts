/*
 * Half precision by hand: Float16Array is missing in Node 20 and in older browsers, and weights must
 * come out bit for bit the same everywhere.
 */

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The 16 bits of the nearest half-precision number; ties go to the even one, too large is infinite. */
export function toFloat16(value: number): number {
	float[0] = value;
	const single = bits[0] as number;
	const sign = (single >>> 16) & 0x8000;
	const magnitude = single & 0x7fffffff;
	if (magnitude > 0x7f800000) return sign | 0x7e00; // not a number
	if (magnitude >= 0x47800000) return sign | 0x7c00; // 65,536 and up
	const exponent = (magnitude >>> 23) - 112;
	// Below 2⁻¹⁴ a half has no leading one of its own: the whole mantissa moves right.
	const shift = exponent > 0 ? 13 : 14 - exponent;
	if (shift > 24) return sign;
	const mantissa =
		exponent > 0 ? (magnitude & 0x7fffff) | (exponent << 23) : (magnitude & 0x7fffff) | 0x800000;
	const kept = mantissa >>> shift;
	const rest = mantissa & ((1 << shift) - 1);
	const half = 1 << (shift - 1);
	// A carry out of the mantissa goes into the exponent, which is just right.
	return sign | (rest > half || (rest === half && kept & 1) ? kept + 1 : kept);
}

/** The number that 16 bits stand for; exact. */
export function fromFloat16(half: number): number {
	const sign = half & 0x8000 ? -1 : 1;
	const exponent = (half >>> 10) & 0x1f;
	const mantissa = half & 0x3ff;
	if (exponent === 0) return sign * mantissa * 2 ** -24;
	if (exponent === 31) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}
