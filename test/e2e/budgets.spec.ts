import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './aisle';

const build = join(import.meta.dirname, '../../dist');
/** Bytes of JavaScript, compressed, before there is anything to see. */
const first = 250_000;

test(`the page begins with at most ${first / 1000} kB of JavaScript`, async () => {
	const html = await readFile(join(build, 'index.html'), 'utf8');
	const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)];
	expect(scripts.length).toBeGreaterThan(1);
	const sizes: Record<string, number> = {};
	for (const [, path] of scripts)
		if (path !== undefined)
			sizes[path] = gzipSync(await readFile(join(build, path)), { level: 9 }).length;
	const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
	expect(all, JSON.stringify(sizes, null, '\t')).toBeLessThanOrEqual(first);
});
