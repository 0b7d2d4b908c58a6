import type { TextEncoderEntry } from '../../../src/domain/models';
import { modelFiles } from '../../../src/learning/modelFiles';
import { TitleEncoder } from '../../../src/learning/textEncoder';

/** What embed-categories.ts calls in the page: the app's own encoder, nothing else. */
export interface EmbedPage {
	load(encoder: TextEncoderEntry): Promise<void>;
	/** Plain arrays, because they cross as JSON. */
	embed(texts: string[]): Promise<number[][]>;
}

declare global {
	interface Window {
		embedPage?: EmbedPage;
	}
}

let encoder: TitleEncoder | null = null;

window.embedPage = {
	async load(entry) {
		encoder = await TitleEncoder.load(entry, modelFiles(entry, `${location.origin}/`), () => {});
	},
	async embed(texts) {
		const vectors: number[][] = [];
		for (const text of texts) vectors.push(Array.from((await encoder?.embed(text)) ?? []));
		return vectors;
	},
};
