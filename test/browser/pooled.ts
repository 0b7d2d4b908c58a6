import type { FeatureMap } from '../../src/domain/attention';

/** Feature maps averaged over their places: the embeddings of the photos, one after the other. */
export function pooled(photos: FeatureMap[][]): number[] {
	return photos.flatMap((layers) =>
		layers.flatMap(({ height, width, channels, values }) =>
			Array.from({ length: channels }, (_, channel) => {
				let sum = 0;
				for (let place = 0; place < height * width; place++)
					sum += values[place * channels + channel] as number;
				return sum / (height * width);
			}),
		),
	);
}
