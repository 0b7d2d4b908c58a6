import { spawn } from 'node:child_process';

/**
 * Runs one of package.json's scripts, its output passed on.
 * @throws Error naming the script when it fails
 */
export async function runStep(
	script: string,
	folder: string,
	environment: NodeJS.ProcessEnv = {},
): Promise<void> {
	const child = spawn('npm', ['run', '--silent', script], {
		cwd: folder,
		stdio: 'inherit',
		env: { ...process.env, ...environment },
		// npm is a .cmd file on Windows, which only a shell can start.
		shell: process.platform === 'win32',
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', resolve);
	});
	if (code !== 0) throw new StepFailed(script);
}

export class StepFailed extends Error {
	override readonly name = 'StepFailed';
	readonly step: string;

	constructor(step: string) {
		super(`"npm run ${step}" failed.`);
		this.step = step;
	}
}
