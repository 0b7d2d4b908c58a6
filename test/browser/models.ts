import type { BackboneEntry, TextEncoderEntry } from '../../src/domain/models';
import { modelsManifestSchema } from '../../src/domain/models';

/** Where the test server serves `public/`. */
export const base = new URL('/', location.href).href;

export const backboneEntry = (id: string): Promise<BackboneEntry> => entryOf('backbone', id);
export const textEncoderEntry = (id: string): Promise<TextEncoderEntry> =>
	entryOf('text-encoder', id);

async function entryOf<T extends { kind: string; id: string }>(
	kind: T['kind'],
	id: string,
): Promise<T> {
	const response = await fetch(`${base}models/models.json`);
	const { models } = modelsManifestSchema.parse(await response.json());
	const entry = models.find((model) => model.kind === kind && model.id === id);
	if (!entry) throw new Error(`${id} is not prepared: npm run models`);
	return entry as unknown as T;
}

/** Requests that this page (not its workers) made elsewhere; `blob:` and `data:` never leave the browser. */
export function outsideRequests(): string[] {
	return performance
		.getEntriesByType('resource')
		.map(({ name }) => name)
		.filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin));
}
