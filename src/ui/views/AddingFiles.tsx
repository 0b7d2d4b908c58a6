import { IconDownload } from '@tabler/icons-react';
import {
	createContext,
	lazy,
	type ReactNode,
	useCallback,
	useContext,
	useEffect,
	useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { DroppedEntry } from '../../state/types.drop';
import { type Dropped, droppedEntries, pastedEntries } from '../droppedEntries';
import { useNotify } from '../notify';
import { useRoute } from '../routes';
import { useAisle } from '../store';
import { OnceOpened } from '../widgets/OnceOpened';
import styles from './AddingFiles.module.css';
import { looksLikeHead, useBringIn } from './train/useBringIn';

const DropDialog = lazy(() => import('./importing/DropDialog'));
const OpenProjectDialog = lazy(() => import('./OpenProjectDialog'));

const AddFilesContext = createContext<(entries: DroppedEntry[]) => void>(() => {});

/** Hands files to the store; nothing chosen is nothing done. */
export function useAddFiles(): (entries: DroppedEntry[]) => void {
	return useContext(AddFilesContext);
}

/** Makes the whole window a place to drop and paste files. */
export function AddingFiles({ children }: { children: ReactNode }) {
	const { t } = useTranslation();
	const notify = useNotify();
	const { addFiles, drop, project, leaveProject } = useAisle((state) => ({
		addFiles: state.addFiles,
		drop: state.drop,
		project: state.droppedProject,
		leaveProject: state.leaveProject,
	}));
	const { route } = useRoute();
	const bringIn = useBringIn();
	const [stage, setStage] = useState<'idle' | 'over' | 'reading'>('idle');

	const add = useCallback(
		(entries: DroppedEntry[]) => {
			if (entries.length > 0) void addFiles(entries);
		},
		[addFiles],
	);

	const take = useCallback(
		async (dropped: Promise<Dropped>) => {
			setStage('reading');
			const { entries, unreadable } = await dropped.finally(() => setStage('idle'));
			if (unreadable > 0)
				notify({
					color: 'amber',
					message: t('first.unreadable', { count: unreadable }),
				});
			const files = entries.map(({ file }) => file);
			if (route === 'train' && looksLikeHead(files)) bringIn(files, () => add(entries));
			else add(entries);
		},
		[add, bringIn, notify, route, t],
	);

	useEffect(() => {
		/** Entering a child fires before leaving its parent, so the two are counted. */
		let depth = 0;
		const stop = new AbortController();
		const listen = <K extends 'dragenter' | 'dragleave' | 'dragover' | 'drop'>(
			type: K,
			handle: (event: WindowEventMap[K], transfer: DataTransfer) => void,
		): void => {
			window.addEventListener(
				type,
				(event) => {
					if (!event.dataTransfer?.types.includes('Files')) return;
					// Else the browser would open the file in place of Aisle.
					event.preventDefault();
					handle(event, event.dataTransfer);
				},
				{ signal: stop.signal },
			);
		};
		listen('dragenter', () => {
			depth += 1;
			setStage('over');
		});
		listen('dragleave', () => {
			depth -= 1;
			if (depth === 0) setStage('idle');
		});
		listen('dragover', (_, transfer) => {
			transfer.dropEffect = 'copy';
		});
		listen('drop', (_, transfer) => {
			depth = 0;
			void take(droppedEntries(transfer));
		});
		window.addEventListener(
			'paste',
			(event) => {
				const time = new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
				add(
					pastedEntries(event.clipboardData, (extension, index) =>
						t('first.pastedName', { time: index > 0 ? `${time} ${index + 1}` : time, extension }),
					),
				);
			},
			{ signal: stop.signal },
		);
		return () => stop.abort();
	}, [add, take, t]);

	return (
		<AddFilesContext value={add}>
			{children}
			<OnceOpened opened={drop !== null}>{(shown) => <DropDialog shown={shown} />}</OnceOpened>
			<OnceOpened opened={project !== null}>
				{(shown) => (
					<OpenProjectDialog
						file={(shown && project?.file) || null}
						others={project?.others ?? 0}
						onClose={leaveProject}
					/>
				)}
			</OnceOpened>
			{stage !== 'idle' && (
				<div className={styles.overlay}>
					<output className={styles.message}>
						<IconDownload size={40} stroke={1.5} aria-hidden />
						{stage === 'over' ? t('first.dropActive') : t('first.reading')}
					</output>
				</div>
			)}
		</AddFilesContext>
	);
}
