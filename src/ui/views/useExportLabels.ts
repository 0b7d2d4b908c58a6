import { useTranslation } from 'react-i18next';
import { download } from '../download';
import { useNotify } from '../notify';
import { useAisleStore } from '../store';

/** Takes the labels of every field away as a table. */
export function useExportLabels(): () => Promise<void> {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	return async () => {
		const name = `aisle-labels-${new Date().toISOString().slice(0, 10)}.csv`;
		download(await store.getState().exportLabels(), name);
		notify({ message: t('toolbar.exported', { name }) });
	};
}
