import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../routes';
import { useAisle } from '../store';
import styles from './Catalogue.module.css';
import { AddFieldDialog, type AddFieldStart } from './catalogue/AddFieldDialog';
import { CatalogueFigures } from './catalogue/CatalogueFigures';
import { FieldBar } from './catalogue/FieldBar';
import { FieldOffers } from './catalogue/FieldOffers';
import { LabelList } from './catalogue/LabelList';
import { isUndoKey, UndoLabels, useUndoLabels } from './products/UndoLabels';
import { BackupReminder } from './sort/BackupReminder';
import { DropProducts } from './sort/DropProducts';
import { ImportProblems } from './sort/ImportProblems';
import { JobProgress } from './sort/JobProgress';
import { Unfinished } from './sort/Unfinished';

/** The analyst's screen: the labels that products have, and a look at the data before anything is learned. */
export default function Catalogue() {
	const { t, i18n } = useTranslation();
	const { part } = useRoute();
	const { labels, empty, importing } = useAisle(({ labels, products, jobs }) => ({
		labels,
		empty: products.length === 0,
		importing: jobs.has('import'),
	}));
	const [adding, setAdding] = useState<AddFieldStart | null>(null);
	useUndoKey();
	const collator = new Intl.Collator(i18n.language, { numeric: true });
	const fields = [...labels.keys()].sort(collator.compare);
	const field = fields.find((each) => each === part) ?? fields[0] ?? null;
	const shown = useDeferredValue(field && labels.get(field));
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<div className={styles.head}>
				<h1 className={styles.title}>{t('catalogue.title')}</h1>
				<UndoLabels />
			</div>
			<p className={styles.lead}>{t('labels.lead')}</p>
			<div className={styles.notices}>
				<Unfinished />
				<JobProgress />
				<ImportProblems />
				<BackupReminder />
			</div>
			{!empty && (
				<>
					{field === null ? (
						<FieldOffers onAdd={setAdding} />
					) : (
						<FieldBar fields={fields} field={field} onAdd={setAdding} />
					)}
					<div className={styles.columns}>
						{field && shown && (
							<div className={styles.labels}>
								<LabelList key={field} field={field} labels={shown} />
							</div>
						)}
						<CatalogueFigures field={field} />
					</div>
				</>
			)}
			{empty && !importing && (
				<div className={styles.drop}>
					<DropProducts />
				</div>
			)}
			<AddFieldDialog start={adding} onClose={() => setAdding(null)} />
		</main>
	);
}

/** Ctrl+Z takes the last step back, unless it is for a text or a dialog. */
function useUndoKey(): void {
	const undo = useUndoLabels();
	useEffect(() => {
		function pressed(event: KeyboardEvent): void {
			if (!isUndoKey(event) || document.querySelector('[role=dialog][aria-modal=true]')) return;
			event.preventDefault();
			undo();
		}
		window.addEventListener('keydown', pressed);
		return () => window.removeEventListener('keydown', pressed);
	}, [undo]);
}
