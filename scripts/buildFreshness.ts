import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the build is made from. Models are copied into it, so they count. */
const inputs = [
	'src',
	'public',
	'scripts/vite',
	'index.html',
	'package.json',
	'package-lock.json',
	'vite.config.ts',
];

/** True when `dist/` is there and newer than everything it was made from. */
export async function isBuildFresh(root: string): Promise<boolean> {
	// Written last, after all that it names.
	const built = await changedAt(join(root, 'dist/index.html'));
	if (built === 0) return false;
	const changed = await Promise.all(inputs.map((input) => newestBelow(join(root, input))));
	return Math.max(...changed) < built;
}

/** Milliseconds since 1970; 0 when there is nothing. Folders count, so that deleted files are noticed. */
async function newestBelow(path: string): Promise<number> {
	const children = await readdir(path, { recursive: true }).catch(() => []);
	const paths = [path, ...children.map((child) => join(path, child))];
	return Math.max(...(await Promise.all(paths.map(changedAt))));
}

async function changedAt(path: string): Promise<number> {
	return stat(path).then(
		({ mtimeMs }) => mtimeMs,
		() => 0,
	);
}
