import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Connect, Plugin } from 'vite';

/** Below this, the server hands out the folders that a run was given. */
const prefix = '/harness-data/';

/**
 * Serves folders to the page, so that it can drop their files as a person would. `GET <prefix><i>` lists
 * folder i, `GET <prefix><i>/<path>` is one file of it.
 */
export function folderFiles(folders: string[]): Plugin {
	const roots = folders.map((folder) => resolve(folder));

	const answer: Connect.NextHandleFunction = async (request, response, next) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (!pathname.startsWith(prefix)) return next();
		const [index, ...parts] = pathname.slice(prefix.length).split('/').map(decodeURIComponent);
		const root = roots[Number(index)];
		const file = root && resolve(root, join(...parts, '.'));
		if (!root || !file || !(file === root || file.startsWith(root + sep))) {
			response.statusCode = 404;
			response.end();
			return;
		}
		try {
			response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
			if (file === root) response.end(JSON.stringify(await filesBelow(root)));
			else response.end(await readFile(file));
		} catch {
			response.statusCode = 404;
			response.end();
		}
	};

	return {
		name: 'aisle:folder-files',
		configureServer: (server) => {
			server.middlewares.use(answer);
		},
	};
}

/** Paths relative to the folder, with slashes, in order. */
async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
}
