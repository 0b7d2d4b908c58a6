import type { TFunction } from 'i18next';
import type { DeviceReport } from '../state/types';
import { list } from './quantities';
import { en } from './text/en';

type Backend = keyof typeof en.device.backends;
type Reason = keyof typeof en.device.reasons;

/** "WASM"; a backend this version has no words for shows as it is called. */
export function backendName(t: TFunction, backend: string): string {
	return backend in en.device.short ? t(`device.short.${backend as Backend}`) : backend;
}

/** Why a backend is not used. What a runtime itself says, in its own words, is passed on. */
export function reasonWords(t: TFunction, reason: string): string {
	return reason in en.device.reasons ? t(`device.reasons.${reason as Reason}`) : reason;
}

/** "WASM, 2 workers · 130 ms each" */
export function deviceSummary(t: TFunction, report: DeviceReport): string {
	const { backend, workers, threads, millisecondsPerItem } = report;
	const parts = [backendName(t, backend)];
	if (workers > 1) parts.push(t('device.workers', { count: workers }));
	if (threads > 1) parts.push(t('device.threads', { count: threads }));
	const summary = list(t, parts);
	if (millisecondsPerItem === null) return summary;
	return `${summary} · ${t('device.each', { count: rounded(millisecondsPerItem) })}`;
}

/** Two figures are all that such a measurement is worth. */
export function rounded(milliseconds: number): number {
	return milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds);
}
