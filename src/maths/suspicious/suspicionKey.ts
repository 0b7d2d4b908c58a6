import type { Suspicion } from '../../domain/suspicion';
import { textHash } from '../textHash';

/**
 * What a suspicion is remembered by once a person has dismissed it: what kind it is, of which product, and what it was
 * about. With another title, photo or price it may come back.
 */
export function suspicionKey(
	suspicion: Suspicion,
	{ title, photos }: { title: string; photos: readonly { photoId: string }[] },
): string {
	const { kind, productId } = suspicion;
	return textHash(JSON.stringify([kind, productId, ...about()]));

	function about(): unknown[] {
		const photoIds = photos.map(({ photoId }) => photoId);
		switch (suspicion.kind) {
			case 'disagree':
				return [title, photoIds];
			case 'shared-photo':
				return [suspicion.column, ...suspicion.values];
			case 'odd-number':
			case 'odd-value':
				return [suspicion.column, suspicion.value];
			case 'unlike':
				return [suspicion.field, suspicion.label, photoIds];
		}
	}
}
