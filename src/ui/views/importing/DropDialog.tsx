import { Button, Group, Loader, Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counted, DropSummary } from '../../../domain/drop';
import { useAisle } from '../../store';
import styles from './DropDialog.module.css';
import { DroppedCounted } from './DroppedCounted';
import { DroppedTable } from './DroppedTable';
import { DroppedTeachable } from './DroppedTeachable';

/** A look that is over sooner shows nothing: a dialog that flashes up only startles. */
const patience = 400; // ms

/** Says what a drop with a table or a project in it holds, and imports it when told to. */
export default function DropDialog({ shown }: { shown: boolean }) {
	const { t } = useTranslation();
	const { drop, leaveDrop } = useAisle(({ drop, leaveDrop }) => ({ drop, leaveDrop }));
	const looking = drop !== null && drop.summary === null;
	const late = useLate(looking);
	return (
		<Modal
			opened={shown && drop !== null && (drop.summary !== null || late)}
			onClose={leaveDrop}
			title={t('drop.title')}
			size="xl"
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{drop?.summary && <DropBody summary={drop.summary} onCancel={leaveDrop} />}
			{looking && <Looking onCancel={leaveDrop} />}
		</Modal>
	);
}

function DropBody({ summary, onCancel }: { summary: DropSummary; onCancel(): void }) {
	const { t } = useTranslation();
	const importDrop = useAisle((state) => state.importDrop);
	const { tables, teachable, photos, counted } = summary;
	const [meaning, setMeaning] = useState<Counted>('apart');
	const go = useRef<HTMLButtonElement>(null);
	// Enter imports, also where the look took so long that the dialog was there before the button.
	useEffect(() => go.current?.focus({ preventScroll: true }), []);
	const loose = photos - teachable.reduce((sum, project) => sum + project.photos, 0);
	return (
		<div className={styles.body}>
			{tables.map((table) => (
				<DroppedTable key={table.path} table={table} />
			))}
			{teachable.map((project) => (
				<DroppedTeachable key={project.path} project={project} />
			))}
			{counted.length > 0 && (
				<DroppedCounted folders={counted} value={meaning} onChange={setMeaning} />
			)}
			{(tables.length > 0 || (loose > 0 && teachable.length > 0)) && (
				<Text>{t('drop.photos', { count: loose })}</Text>
			)}
			<Group justify="flex-end" className={styles.buttons}>
				<Button variant="default" onClick={onCancel}>
					{t('drop.cancel')}
				</Button>
				<Button ref={go} onClick={() => void importDrop(meaning)} data-autofocus>
					{t('drop.import')}
				</Button>
			</Group>
		</div>
	);
}

function Looking({ onCancel }: { onCancel(): void }) {
	const { t } = useTranslation();
	const done = useAisle(({ jobs }) => jobs.get('inspect')?.progress.done ?? 0);
	return (
		<div className={styles.body}>
			<Group>
				<Loader size="sm" type="dots" />
				<Text role="status">{t('drop.looking')}</Text>
				<Text c="dimmed">{t('drop.count', { count: done })}</Text>
			</Group>
			<Group justify="flex-end" className={styles.buttons}>
				<Button variant="default" onClick={onCancel} data-autofocus>
					{t('drop.cancel')}
				</Button>
			</Group>
		</div>
	);
}

function useLate(waiting: boolean): boolean {
	const [late, setLate] = useState(false);
	useEffect(() => {
		if (!waiting) return;
		const timer = setTimeout(() => setLate(true), patience);
		return () => {
			clearTimeout(timer);
			setLate(false);
		};
	}, [waiting]);
	return late;
}
