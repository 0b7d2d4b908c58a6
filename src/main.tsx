import { createRoot } from 'react-dom/client';
import { createAisleStore } from './state/store';
import { App } from './ui/App';
import { speak } from './ui/language';
import { adoptThemeVariables } from './ui/themeVariables';
import { filesWorker } from './workers/files';
import { groupsWorker } from './workers/groups';
import { newHeadFilesWorker } from './workers/headFiles';
import { learnWorker } from './workers/learn';
import { offlineWorker } from './workers/offline';
import { newOnnxWorker } from './workers/onnx';
import { searchWorker } from './workers/search';
import { serviceWorker } from './workers/serviceWorker';
import { newTextWorker } from './workers/text';
import { newTuneWorker } from './workers/tune';
import { newVisionWorker } from './workers/vision';

const base = new URL('./', document.baseURI).href;
const store = createAisleStore({
	base,
	files: filesWorker(),
	learn: learnWorker(),
	newLearn: learnWorker,
	search: searchWorker(),
	groups: groupsWorker(),
	offline: offlineWorker(),
	serviceWorker: serviceWorker(base),
	newVision: newVisionWorker,
	newText: newTextWorker,
	newTune: newTuneWorker,
	newHeadFiles: newHeadFilesWorker,
	newOnnx: newOnnxWorker,
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
adoptThemeVariables();
await speak();
createRoot(root).render(<App store={store} />);
void store.getState().open();
