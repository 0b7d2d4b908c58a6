import type { TFunction } from 'i18next';

/** Whole percent, but never "100 %" for what is only nearly certain, nor "0 %" for what is possible. */
export function percent(t: TFunction, share: number): string {
	if (share > 0 && share < 0.005) return t('percentBelow', { count: 1 });
	const whole = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
	return t('percent', { count: whole });
}

/** With one decimal, for figures that are compared; never "100 %" for less than all, nor "0 %" for more than none. */
export function precisePercent(t: TFunction, share: number): string {
	if (share > 0 && share < 0.0005) return t('percentBelow', { count: 0.1 });
	const tenths = share < 1 ? Math.min(99.9, Math.round(share * 1000) / 10) : 100;
	return t('percent', { count: tenths });
}

const smallest = 1e-6;

/** Two digits of what is large enough to mean something, in words what is not: nobody counts the zeros of 0.0000000015. */
export function difference(t: TFunction, language: string, value: number): string {
	const figure = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
	return value > 0 && value < smallest
		? t('lessThan', { figure: figure.format(smallest) })
		: figure.format(value);
}

/** `= 0.03`, or `< 0.001`: more of a p-value nobody needs. */
export function pValue(language: string, value: number): string {
	const figure = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
	return value < 0.001 ? `< ${figure.format(0.001)}` : `= ${figure.format(value)}`;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `38 MB`, in the language's own way. */
export function bytes(language: string, count: number): string {
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
	return new Intl.NumberFormat(language, {
		style: 'unit',
		unit: units[power] ?? 'byte',
		maximumFractionDigits: power < 2 ? 0 : 1,
	}).format(count / 1000 ** power);
}

/** `one, two, three`, in the language's own way. */
export function list(t: TFunction, items: readonly string[]): string {
	return t('list', { items, formatParams: { items: { style: 'narrow' } } });
}

/** As rough as an estimate deserves. */
export function timeLeft(t: TFunction, seconds: number): string {
	if (seconds < 3) return t('job.almostDone');
	if (seconds < 90) return t('job.secondsLeft', { count: Math.round(seconds / 5) * 5 || 5 });
	if (seconds < 5400) return t('job.minutesLeft', { count: Math.round(seconds / 60) });
	return t('job.hoursLeft', { count: Math.round(seconds / 360) / 10 });
}
