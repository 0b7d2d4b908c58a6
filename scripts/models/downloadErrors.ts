import { PrepareError } from './prepareError';

/** Codes that mean "no way to the registry", as against "the registry said no". */
const unreachable = new Set([
	'EAI_AGAIN',
	'ECONNABORTED',
	'ECONNECTIONTIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTUNREACH',
	'EIDLETIMEOUT',
	'ENETUNREACH',
	'ENOTCACHED',
	'ENOTFOUND',
	'ERESPONSETIMEOUT',
	'ERR_SOCKET_TIMEOUT',
	'ETIMEDOUT',
	'ETRANSFERTIMEOUT',
]);

/**
 * What went wrong with a download, as one sentence with a remedy; errors that are not about the download
 * come back as they are.
 * @param spec `name@version`
 */
export function inPlainWords(error: unknown, spec: string, registry: string): unknown {
	const { code = '' } = error as { code?: string };
	const sentence = sentenceFor(code, spec, registry);
	return sentence ? new PrepareError(sentence, { cause: error }) : error;
}

function sentenceFor(code: string, spec: string, registry: string): string | null {
	if (unreachable.has(code))
		return `No network: ${spec} could not be downloaded from ${registry} (${code}). Connect and run it again; what has already come down is kept.`;
	if (code === 'EINTEGRITY')
		return `${spec} from ${registry} is not the package it should be (its checksum differs), so it was not used.`;
	if (code === 'ENOSPC')
		return `The disk is full: ${spec} could not be unpacked. The models need about 500 MB while they are made. Make room and run it again.`;
	if (/^E\d{3}$/.test(code))
		return `${registry} refuses to hand out ${spec} (HTTP ${code.slice(1)}). Look at the registry that npm is set to, or try again later.`;
	return null;
}
