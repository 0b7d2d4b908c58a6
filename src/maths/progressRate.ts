/** Speed of a count over the last seconds, from readings of (time, done). */
export interface RateMeter {
	/** @param now milliseconds, from any fixed start */
	add(now: number, done: number): void;
	/** Items a second over the window; `null` until a second has been watched. */
	rate(): number | null;
	/** Forgets what was seen: another step begins, or the work was paused. */
	reset(): void;
}

const windowLength = 15_000; // ms: long enough to be steady, short enough to notice a change
const shortest = 1000; // ms

export function rateMeter(): RateMeter {
	let readings: { now: number; done: number }[] = [];
	return {
		add(now, done) {
			readings.push({ now, done });
			// Always keep one reading at or before the window's start, so that slow work has a rate too.
			while ((readings[1]?.now ?? now) < now - windowLength) readings.shift();
		},
		rate() {
			const first = readings[0];
			const last = readings.at(-1);
			if (!first || !last || last.now - first.now < shortest) return null;
			return ((last.done - first.done) / (last.now - first.now)) * 1000;
		},
		reset() {
			readings = [];
		},
	};
}

/** Seconds until `total` at this rate; `null` when that cannot be told. */
export function timeLeft(done: number, total: number | null, rate: number | null): number | null {
	return total === null || rate === null || rate <= 0 ? null : Math.max(0, total - done) / rate;
}
