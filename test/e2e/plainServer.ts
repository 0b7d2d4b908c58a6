import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** How a host without any say in its headers serves a folder. */
export interface PlainServer {
	/** Address of the folder, with a slash at its end. */
	address: string;
	/** Paths that are answered with the index page and 200, as single-page hosts do for what they do not have. */
	lost: Set<string>;
	/** Files with another content than the folder's, by path. */
	changed: Map<string, string | Buffer>;
	close(): Promise<void>;
	/** At the same address as before. */
	open(): Promise<void>;
}

const types: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
};

/** @param under the folder's place on the host: `/some/path/` */
export async function plainServer(folder: string, under: string, port = 0): Promise<PlainServer> {
	const lost = new Set<string>();
	const changed = new Map<string, string | Buffer>();
	const server = createServer(async (request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
		if (!path.startsWith(under)) {
			response.writeHead(404).end();
			return;
		}
		const asked = normalize(path.slice(under.length)) || '.';
		const name = asked === '.' || lost.has(asked) ? 'index.html' : asked;
		try {
			const content = changed.get(name) ?? (await readFile(join(folder, name)));
			const type = types[extname(name)] ?? 'application/octet-stream';
			response.writeHead(200, { 'Content-Type': type }).end(content);
		} catch {
			response.writeHead(404).end();
		}
	});
	const listen = (at: number): Promise<void> =>
		new Promise((resolve) => {
			server.listen(at, 'localhost', resolve);
		});
	await listen(port);
	const bound = server.address();
	if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
	return {
		address: `http://localhost:${bound.port}${under}`,
		lost,
		changed,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
		open: () => listen(bound.port),
	};
}
