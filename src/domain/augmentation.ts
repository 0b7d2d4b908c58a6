/**
 * Ways of changing a photo that leave it a photo of the same product. Each is embedded once, from pixels that
 * depend on nothing but the photo (maths/photoViews.ts), and stored beside the photo's own embedding.
 */
export const augmentations = ['mirror', 'crop', 'rotate', 'colour'] as const;
export type Augmentation = (typeof augmentations)[number];

/** Views whose scores are averaged with the photo's own when predicting, where a head has learned from them. */
export const averagedAugmentations: readonly Augmentation[] = ['mirror'];

/** A view whose pixels are made another way one day gets another ending, so that old rows are not taken for new. */
const endings: Record<Augmentation, string> = {
	mirror: 'mirrored',
	crop: 'cropped',
	rotate: 'rotated',
	colour: 'coloured',
};

/** The item under which the embedding of a view of a photo is stored. */
export function viewItem(photoId: string, view: Augmentation): string {
	return `${photoId}~${endings[view]}`;
}
