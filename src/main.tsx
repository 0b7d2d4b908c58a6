import { createRoot } from 'react-dom/client';
import { createAisleStore } from './state/store';
import { App } from './ui/App';
import { filesWorker } from './workers/files';
import { learnWorker } from './workers/learn';
import { newTextWorker } from './workers/text';
import { newVisionWorker } from './workers/vision';

const store = createAisleStore({
	base: new URL('./', document.baseURI).href,
	files: filesWorker(),
	learn: learnWorker(),
	newLearn: learnWorker,
	newVision: newVisionWorker,
	newText: newTextWorker,
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App store={store} />);
void store.getState().open();
