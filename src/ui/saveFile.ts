import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileTarget } from '../domain/fileTarget';
import type { Written } from '../state/types.project';
import { download } from './download';
import { useNotify } from './notify';

/** Chrome and Edge have it; the DOM's types do not. */
interface SavePicker {
	showSaveFilePicker?(options: {
		suggestedName: string;
		types: { accept: Record<string, string[]> }[];
	}): Promise<FileSystemFileHandle>;
}

/**
 * Where a large file goes: a place the user picks, where browsers offer that, so that it is written there as it
 * grows. Has to be called in a click. @returns `null` when they changed their mind
 */
async function chooseTarget(name: string): Promise<FileTarget | null> {
	const { showSaveFilePicker } = window as SavePicker;
	if (!showSaveFilePicker) return { name, picked: null };
	const extension = name.slice(name.lastIndexOf('.'));
	try {
		const picked = await showSaveFilePicker.call(window, {
			suggestedName: name,
			types: [{ accept: { [types[extension] ?? 'application/octet-stream']: [extension] } }],
		});
		return { name: picked.name, picked };
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return null;
		// Forbidden, as in a frame of another site: then it is downloaded.
		if (error instanceof DOMException) return { name, picked: null };
		throw error;
	}
}

const types: Record<string, string> = { '.zip': 'application/zip' };

/** Has a large file written, hands it over, and says so. @returns whether it was */
export function useSaveFile(): (
	name: string,
	write: (target: FileTarget) => Promise<Written>,
) => Promise<boolean> {
	const { t } = useTranslation();
	const notify = useNotify();
	return useCallback(
		async (name, write) => {
			const target = await chooseTarget(name);
			const written = target && (await write(target));
			if (!target || !written) return false;
			if (written.file) download(written.file, target.name);
			notify({ message: t('project.saved', { name: target.name }) });
			return true;
		},
		[notify, t],
	);
}
