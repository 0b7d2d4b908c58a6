import type { ModelsManifest } from '../domain/models';
import type { KeptFile } from '../domain/offline';
import { freshDownload, isIntact } from '../formats/checkedDownload';
import { addressOf, modelPaths } from '../formats/ownPaths';
import { keptFiles } from '../storage/keptFiles';
import { buildEntries, scope } from './scope';

const base = scope.registration.scope;
const kept = keptFiles(base);

/** Everything this version of the app consists of, models aside. */
export const buildFiles: KeptFile[] = buildEntries.map(({ url, revision, bytes }) => ({
	path: url,
	bytes,
	sha256: revision,
}));
const built = new Map(buildFiles.map((file) => [file.path, file]));

let models: Promise<Map<string, KeptFile>> | null = null;

/** The files of models.json, by path. It is checked against the build like any other file, so it can be believed. */
function modelFiles(): Promise<Map<string, KeptFile>> {
	models ??= readModels();
	models.catch(() => {
		models = null;
	});
	return models;
}

async function readModels(): Promise<Map<string, KeptFile>> {
	const path = 'models/models.json';
	const file = built.get(path);
	if (!file) return new Map();
	const stored = await kept.read(file);
	const text = stored
		? await stored.text()
		: new TextDecoder().decode((await freshDownload(file, addressOf(file, base))).bytes);
	const manifest = JSON.parse(text) as ModelsManifest;
	return new Map(manifest.models.flatMap(modelPaths).map((model) => [model.path, model]));
}

/** What is promised of the file at `path`; nothing of what is no part of the app. */
export async function ownFile(path: string): Promise<KeptFile | undefined> {
	return (
		built.get(path) ?? (path.startsWith('models/') ? (await modelFiles()).get(path) : undefined)
	);
}

/** Whether `path` may be one of the app's files: said at once, as the browser wants it. */
export function mayBeOwn(path: string): boolean {
	return built.has(path) || path.startsWith('models/');
}

/**
 * Stores what the app needs to start. Models, and the megabytes they run on, are stored when first used.
 * @throws AppError `model-missing`, `model-damaged`, `storage-full`, `storage-unavailable`
 */
export async function storeShell(): Promise<void> {
	const shell = buildFiles.filter(({ path }) => !path.endsWith('.wasm'));
	await Promise.all(
		shell.map(async (file) => {
			const stored = await kept.read(file);
			if (stored && (await isIntact(file, await bytesOf(stored)))) return;
			await kept.write(file, await freshDownload(file, addressOf(file, base)));
		}),
	);
}

/** Deletes what only other versions of the app need. */
export async function forgetOthers(): Promise<void> {
	await kept.retain([...buildFiles, ...(await modelFiles()).values()]);
}

/** The stored file, unless there is none. */
export function stored(file: KeptFile): Promise<Response | undefined> {
	return kept.read(file);
}

/** Stores a response if it is what it should be; anything else would spoil every later visit. */
export async function storeIfIntact(file: KeptFile, response: Response): Promise<void> {
	const bytes = await bytesOf(response);
	if (!(await isIntact(file, bytes))) return;
	const type = response.headers.get('content-type') ?? '';
	// No room left: it came from the network this time, and will the next.
	await kept.write(file, { bytes, type }).catch(() => {});
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await response.arrayBuffer());
}
