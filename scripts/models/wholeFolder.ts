import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Before the process id of the run that is making it. */
const marker = '.making-';

/**
 * Makes a folder's content beside it and swaps it in when it is complete, so that a crash at any moment
 * leaves the old folder, the new one or none, but never half of one.
 * @param make fills the folder it is given; may throw
 */
export async function makeWholeFolder(
	folder: string,
	make: (unfinished: string) => Promise<void>,
): Promise<void> {
	const unfinished = join(dirname(folder), `${marker}${process.pid}-${basename(folder)}`);
	const outgoing = `${unfinished}-old`;
	await mkdir(unfinished, { recursive: true });
	try {
		await make(unfinished);
		await rename(folder, outgoing).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'ENOENT') throw error;
		});
		await rename(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
		await rm(outgoing, { recursive: true, force: true });
	}
}

/** Deletes what runs that died have left behind; a run that is still going is left alone. */
export async function removeUnfinished(parent: string): Promise<void> {
	for (const name of await readdir(parent).catch(() => [])) {
		const pid = Number(name.startsWith(marker) && name.slice(marker.length).split('-')[0]);
		if (pid && !isRunning(pid)) await rm(join(parent, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return pid !== process.pid;
	} catch (error) {
		// EPERM: someone else's, but alive.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
