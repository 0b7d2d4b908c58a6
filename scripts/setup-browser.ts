import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What playwright's `launch` takes. */
export type BrowserChoice = { executablePath: string } | { channel: 'chrome' };

/** Names under which Linux systems have it on the path. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where playwright's `channel: 'chrome'` looks on systems that do not put it on the path. */
const installations = [
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	...[process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
		.filter((folder) => folder !== undefined)
		.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
];

/**
 * For tests and benches: as root in a container, quiet, and with WebGPU on a software adapter where there is
 * no other.
 */
export const chromiumArguments = [
	'--no-sandbox',
	'--disable-background-networking',
	'--no-first-run',
	'--enable-unsafe-webgpu',
	'--use-webgpu-adapter=swiftshader',
	'--enable-features=Vulkan',
];

/** A browser could not be found or installed; the message says what to do. */
export class NoBrowser extends Error {
	override readonly name = 'NoBrowser';
}

/**
 * The browser for tests: AISLE_BROWSER, else the system's Chromium or Chrome. Playwright's own download
 * is not used: many networks do not let it through.
 * @throws NoBrowser when AISLE_BROWSER names no file, or there is none
 */
export function findBrowser(): BrowserChoice {
	const wanted = process.env.AISLE_BROWSER;
	if (wanted) {
		if (existsSync(wanted)) return { executablePath: wanted };
		throw new NoBrowser(`AISLE_BROWSER says ${wanted}, but there is no such file.`);
	}
	for (const command of commands) {
		const path = onPath(command);
		if (path) return { executablePath: path };
	}
	if (installations.some((path) => existsSync(path))) return { channel: 'chrome' };
	throw new NoBrowser(
		'The browser tests need Chromium or Chrome, and there is none. Install one, or set AISLE_BROWSER to its program file.',
	);
}

/**
 * Finds a browser; where there is none, installs Debian's package (as root only).
 * @throws NoBrowser
 */
export function ensureBrowser(): BrowserChoice {
	try {
		return findBrowser();
	} catch (error) {
		if (!(error instanceof NoBrowser) || process.env.AISLE_BROWSER || !mayInstall()) throw error;
	}
	console.log('No browser found: installing Debian’s chromium package …');
	for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
		const { status } = spawnSync('apt-get', step, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		if (status === 0) continue;
		throw new NoBrowser(
			`"apt-get ${step.join(' ')}" failed, so there is no browser for the tests. Install Chromium or Chrome, or set AISLE_BROWSER to its program file.`,
		);
	}
	return findBrowser();
}

function mayInstall(): boolean {
	return process.getuid?.() === 0 && onPath('apt-get') !== null;
}

function onPath(command: string): string | null {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, command);
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// Not here; the next folder may have it.
		}
	}
	return null;
}

/** "Chromium 156.0.1 (/usr/bin/chromium)" */
export function browserName(browser: BrowserChoice): string {
	if ('channel' in browser) return 'the installed Chrome';
	const { executablePath } = browser;
	// On Windows Chrome opens a window when asked for its version.
	if (process.platform === 'win32') return executablePath;
	const version = execFileSync(executablePath, ['--version'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return `${version.trim()} (${executablePath})`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	try {
		console.log(`Browser for tests: ${browserName(ensureBrowser())}`);
	} catch (error) {
		if (!(error instanceof NoBrowser)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
