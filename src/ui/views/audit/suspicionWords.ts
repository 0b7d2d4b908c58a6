import type { TFunction } from 'i18next';
import type { Suspicion } from '../../../domain/suspicion';
import { list, percent } from '../../quantities';

/** Three figures do: middles of prices are no more exact. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/** What speaks against a listing, in one sentence. */
export function suspicionWords(t: TFunction, language: string, suspicion: Suspicion): string {
	switch (suspicion.kind) {
		case 'disagree':
			return t('suspicious.sentences.disagree', {
				photo: percent(t, suspicion.photoShare),
				title: percent(t, suspicion.titleShare),
			});
		case 'shared-photo':
			return t('suspicious.sentences.shared-photo', {
				column: suspicion.column,
				values: list(t, [...new Set(suspicion.values)]),
			});
		case 'odd-number': {
			const { column, value, times } = suspicion;
			const words = {
				...{ column, value, times: rounded(times ?? 0), middle: rounded(suspicion.middle) },
				...{ low: rounded(suspicion.low), high: rounded(suspicion.high) },
			};
			if (times === null) return t('suspicious.sentences.notAbove', words);
			const more = Number(value) > suspicion.middle;
			return t(`suspicious.sentences.${more ? 'more' : 'less'}`, words);
		}
		case 'odd-value': {
			const { column, value, usual, score } = suspicion;
			return t('suspicious.sentences.odd-value', {
				...{ column, value, usual, percent: percent(t, score) },
			});
		}
		case 'unlike':
			return t('suspicious.sentences.unlike', {
				label: suspicion.label,
				similarity: twoPlaces(language, suspicion.similarity),
				usual: twoPlaces(language, suspicion.usual),
			});
	}
}

export function twoPlaces(language: string, value: number): string {
	const figures = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
	return new Intl.NumberFormat(language, figures).format(value);
}
