import type { FilesContract } from '../workers/files.contract';
import type { GroupsContract } from '../workers/groups.contract';
import type { WorkerHandle } from '../workers/handle';
import type { HeadFilesContract } from '../workers/headFiles.contract';
import type { LearnContract } from '../workers/learn.contract';
import type { OfflineContract } from '../workers/offline.contract';
import type { OnnxContract } from '../workers/onnx.contract';
import type { SearchContract } from '../workers/search.contract';
import type { ServiceWorkerHandle } from '../workers/serviceWorker';
import type { TextContract } from '../workers/text.contract';
import type { TuneContract } from '../workers/tune.contract';
import type { VisionContract } from '../workers/vision.contract';

/** What the jobs work with; made once, in main.tsx. */
export interface Services {
	/** Absolute URL of the folder the app is served from, with a slash at its end. */
	base: string;
	files: WorkerHandle<FilesContract>;
	learn: WorkerHandle<LearnContract>;
	search: WorkerHandle<SearchContract>;
	groups: WorkerHandle<GroupsContract>;
	/** Another one, for work on another backend; started at its first call. */
	newLearn(): WorkerHandle<LearnContract>;
	offline: WorkerHandle<OfflineContract>;
	/** `null` where the browser, or the developers' server, has none. */
	serviceWorker: ServiceWorkerHandle | null;
	/** A worker serves one model on one backend for life, so these make new ones. */
	newVision(): WorkerHandle<VisionContract>;
	newText(): WorkerHandle<TextContract>;
	newTune(): WorkerHandle<TuneContract>;
	newHeadFiles(): WorkerHandle<HeadFilesContract>;
	newOnnx(): WorkerHandle<OnnxContract>;
}
