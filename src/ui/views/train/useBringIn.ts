import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../notify';
import { useAisleStore } from '../../store';
import { headName } from './headWords';

/**
 * Takes a head out of files that were chosen or dropped, and says so. Where none is in them and `otherwise` is given,
 * that is done instead of complaining.
 */
export function useBringIn(): (files: File[], otherwise?: () => void) => void {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	return useCallback(
		(files, otherwise) => {
			if (files.length === 0 || store.getState().jobs.has('head-in')) return;
			void store
				.getState()
				.importHead(files)
				.then((headId) => {
					const head = store.getState().heads.find(({ id }) => id === headId);
					if (head) notify({ message: t('headFiles.broughtIn', { name: headName(t, head) }) });
					const { problem, dismissProblem } = store.getState();
					if (otherwise && !head && problem?.code === 'head-file-unknown') {
						dismissProblem();
						otherwise();
					}
				});
		},
		[notify, store, t],
	);
}

/** Whether what was dropped on the Train screen may be a head: photos and tables never are. */
export function looksLikeHead(files: readonly { name: string }[]): boolean {
	return files.some(({ name }) => /\.(onnx|zip)$/i.test(name) || name === 'model.json');
}
