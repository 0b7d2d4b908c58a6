import { assemble } from './files.assemble';
import type { FilesContract } from './files.contract';
import { decode, decodeFile } from './files.decode';
import { inspect } from './files.inspect';
import { exportPhotos } from './files.photos';
import { exportProject, importProject } from './files.project';
import { stage } from './files.stage';

/** What the files worker does. Apart from its registration, so that tests can call it without a worker. */
export const filesTasks: FilesContract = {
	inspect,
	stage,
	assemble,
	decode,
	decodeFile,
	exportProject,
	importProject,
	exportPhotos,
};
