import { preview } from 'vite';
import { isBuildFresh } from './buildFreshness';
import { projectRoot } from './models/places';
import { PrepareError } from './models/prepareError';
import { prepareModels } from './models/prepareModels';
import { runStep, StepFailed } from './runStep';

/* `npm start`: models, build, and a server for the built app. What is there already is not made again. */
try {
	await prepareModels();
	if (!(await isBuildFresh(projectRoot))) await runStep('build', projectRoot);
	// Other ports are tried in turn when the first is taken.
	const server = await preview({ root: projectRoot, preview: { port: 4173, strictPort: false } });
	const [address = ''] = server.resolvedUrls?.local ?? [];
	console.log(`\nAisle is at ${address}\nStop it with Ctrl+C.`);
} catch (error) {
	if (!(error instanceof PrepareError || error instanceof StepFailed)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
