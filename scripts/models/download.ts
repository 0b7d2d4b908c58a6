import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { finished } from 'node:stream/promises';
import NpmConfig from '@npmcli/config';
import settings from '@npmcli/config/lib/definitions/index.js';
import pacote from 'pacote';
import { inPlainWords } from './downloadErrors';
import type { Steps } from './progress';
import type { Source } from './sources';

/**
 * Downloads a package, checks it against its integrity and unpacks it. What has once come down stays in
 * the cache, so that a run after a crash or a lost connection goes on from there.
 * @param cache folder for tarballs and unpacked packages
 * @returns the folder of the unpacked package, which the caller may delete
 * @throws PrepareError in plain words when the registry cannot be reached
 */
export async function download(source: Source, cache: string, steps: Steps): Promise<string> {
	const spec = `${source.package}@${source.version}`;
	const unpacked = join(cache, 'unpacked', `${source.package.replace('/', '+')}@${source.version}`);
	const options = {
		...(await npmOptions()),
		cache: join(cache, 'tarballs'),
		integrity: source.integrity,
		// Someone without a network should be told so in seconds, not minutes.
		retry: { retries: 1, minTimeout: 500, maxTimeout: 1000 },
	};
	steps.start(`Downloading ${spec}`, source.bytes, 'MB');
	try {
		await pacote.tarball.stream(
			spec,
			(stream) => finished(stream.on('data', (chunk: Buffer) => steps.advance(chunk.length))),
			options,
		);
		await rm(unpacked, { recursive: true, force: true });
		await pacote.extract(spec, unpacked, options);
	} catch (error) {
		throw inPlainWords(error, spec, options.registry);
	} finally {
		steps.end();
	}
	return unpacked;
}

/** The user's registry, proxy, certificates and tokens, from wherever npm would take them. */
async function npmOptions(): Promise<Record<string, unknown> & { registry: string }> {
	const config = new NpmConfig({
		npmPath: join(dirname(execPath), '../lib/node_modules/npm'),
		...settings,
		// Our own arguments are not npm's.
		argv: [],
	});
	await config.load();
	return config.flat as Record<string, unknown> & { registry: string };
}
