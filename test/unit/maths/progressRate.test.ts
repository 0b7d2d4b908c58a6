import { expect, it } from 'vitest';
import { rateMeter, timeLeft } from '../../../src/maths/progressRate';

it('tells no rate before a second has been watched', () => {
	const meter = rateMeter();
	meter.add(0, 0);
	meter.add(900, 90);
	expect(meter.rate()).toBeNull();
});

it('tells the speed of the last 15 seconds, not of the whole run', () => {
	const meter = rateMeter();
	for (let second = 0; second <= 60; second++)
		meter.add(second * 1000, second <= 40 ? second : 40 + (second - 40) * 5);
	expect(meter.rate()).toBeCloseTo(5, 5);
});

it('keeps a reading for work slower than the window', () => {
	const meter = rateMeter();
	meter.add(0, 0);
	meter.add(20_000, 1);
	meter.add(40_000, 2);
	expect(meter.rate()).toBeCloseTo(0.05, 5);
});

it('forgets on reset', () => {
	const meter = rateMeter();
	meter.add(0, 0);
	meter.add(5000, 100);
	meter.reset();
	expect(meter.rate()).toBeNull();
});

it('says how long is left, or that it cannot', () => {
	expect(timeLeft(40, 100, 6)).toBe(10);
	expect(timeLeft(40, null, 6)).toBeNull();
	expect(timeLeft(40, 100, 0)).toBeNull();
	expect(timeLeft(40, 100, null)).toBeNull();
});
