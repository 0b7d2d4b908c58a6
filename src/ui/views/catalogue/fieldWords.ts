import type { TFunction } from 'i18next';
import type { FieldSource } from '../../../domain/field';
import type { SourceOffer } from '../../../maths/fieldSources';

/** What to call a source in a list. */
export function sourceName(t: TFunction, source: FieldSource): string {
	switch (source.kind) {
		case 'column':
			return t('labels.source.column', { column: source.column });
		case 'folder':
			return t('labels.source.folder', { count: source.level });
		case 'decisions':
			return t('labels.source.decisions');
	}
}

/** What to call the button that uses it at once. */
export function offerName(t: TFunction, source: FieldSource): string {
	switch (source.kind) {
		case 'column':
			return t('labels.offer.column', { column: source.column });
		case 'folder':
			return t('labels.offer.folder', { count: source.level });
		case 'decisions':
			return t('labels.offer.decisions');
	}
}

/** Under which name a source is found again. */
export function sourceKey(source: FieldSource): string {
	switch (source.kind) {
		case 'column':
			return `column ${source.column}`;
		case 'folder':
			return `folder ${source.level}`;
		case 'decisions':
			return `decisions ${source.taxonomyId}`;
	}
}

/** What a field that is read from it would be called. */
export function fieldNameFor(t: TFunction, { source }: SourceOffer): string {
	return source.kind === 'column' ? source.column : t('labels.defaultName');
}
