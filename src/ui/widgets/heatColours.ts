/**
 * Inferno (Smith and van der Walt, matplotlib), at nine even steps: its lightness grows evenly, so that it reads the
 * same in grey, and to those who do not tell colours apart.
 */
const steps = [
	[0, 0, 4],
	[31, 12, 72],
	[85, 15, 109],
	[136, 34, 106],
	[186, 54, 85],
	[227, 89, 51],
	[249, 140, 10],
	[249, 201, 50],
	[252, 255, 164],
] as const;

/** @param value 0–1 @returns red, green and blue, 0–255 */
export function heatColour(value: number): [red: number, green: number, blue: number] {
	const at = Math.min(1, Math.max(0, value)) * (steps.length - 1);
	const low = steps[Math.floor(at)] ?? steps[0];
	const high = steps[Math.ceil(at)] ?? steps[0];
	const mix = (i: 0 | 1 | 2): number => low[i] + (at % 1) * (high[i] - low[i]);
	return [mix(0), mix(1), mix(2)];
}

/** The whole scale as a CSS gradient, lowest first. */
export const heatGradient = `linear-gradient(to right, ${steps.map((step) => `rgb(${step.join(' ')})`).join(', ')})`;
