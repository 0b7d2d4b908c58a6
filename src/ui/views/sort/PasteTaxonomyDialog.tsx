import {
	Alert,
	Button,
	FileButton,
	Group,
	Modal,
	Progress,
	Stack,
	Text,
	Textarea,
	TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../domain/product';
import { problemWords } from '../../errorMessages';
import { useAisle, useAisleStore } from '../../store';

interface PasteTaxonomyDialogProps {
	opened: boolean;
	onClose(): void;
}

/** A list of one's own, pasted or from a file. */
export default function PasteTaxonomyDialog({ opened, onClose }: PasteTaxonomyDialogProps) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t('paste.title')}
			size="lg"
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{opened && <PasteForm onClose={onClose} />}
		</Modal>
	);
}

function PasteForm({ onClose }: { onClose(): void }) {
	const { t } = useTranslation();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('taxonomy'));
	const [name, setName] = useState<string>(t('paste.nameDefault'));
	const [text, setText] = useState('');
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	const lines = useLineCount(text);

	async function take(file: File | null): Promise<void> {
		if (!file) return;
		setText(await file.text());
		setName(file.name.replace(/\.\w+$/, ''));
	}

	async function add(event: React.FormEvent): Promise<void> {
		event.preventDefault();
		const { addTaxonomy, dismissProblem, taxonomyId } = store.getState();
		dismissProblem();
		setProblem(null);
		setBusy(true);
		await addTaxonomy(name.trim(), text);
		setBusy(false);
		const after = store.getState();
		// Said here, where it can be mended, and not behind the dialog.
		setProblem(after.problem);
		after.dismissProblem();
		if (!after.problem && after.taxonomyId !== taxonomyId) onClose();
	}

	const words = problem && problemWords(t, problem);
	return (
		<form onSubmit={(event) => void add(event)}>
			<Stack>
				<Text c="dimmed">{t('paste.lead')}</Text>
				<TextInput
					label={t('paste.name')}
					value={name}
					required
					withAsterisk={false}
					disabled={busy}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<Textarea
					label={t('paste.list')}
					placeholder={t('paste.example')}
					value={text}
					rows={12}
					disabled={busy}
					data-autofocus
					spellCheck={false}
					styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<Group justify="space-between">
					<Text size="sm" c="dimmed" aria-live="polite">
						{t('paste.lines', { count: lines })}
					</Text>
					<FileButton onChange={(file) => void take(file)} accept=".txt,.csv,.tsv,text/*">
						{(props) => (
							<Button
								{...props}
								size="compact-sm"
								variant="subtle"
								disabled={busy}
								leftSection={<IconFileText size={16} aria-hidden />}
							>
								{t('paste.file')}
							</Button>
						)}
					</FileButton>
				</Group>
				{words && (
					<Alert color="rust" role="alert" icon={<IconAlertTriangle />} title={words.sentence}>
						{words.remedy}
					</Alert>
				)}
				{busy && (
					<PasteProgress done={job?.progress.done ?? 0} total={job?.progress.total ?? null} />
				)}
				<Group justify="flex-end">
					<Button
						variant="default"
						onClick={() => (busy ? store.getState().cancel('taxonomy') : onClose())}
					>
						{t('paste.cancel')}
					</Button>
					<Button type="submit" disabled={lines === 0 || name.trim() === ''} loading={busy}>
						{t('paste.use')}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}

function PasteProgress({ done, total }: { done: number; total: number | null }) {
	const { t } = useTranslation();
	const words = total === null ? t('paste.starting') : t('paste.working', { done, total });
	return (
		<div>
			<Text size="sm" mb={6}>
				{words}
			</Text>
			<Progress
				value={total ? (100 * done) / total : 100}
				animated={total === null}
				aria-label={words}
			/>
		</div>
	);
}

/** Lines with something on them. Comments are the reader's business; this is a hint while typing. */
function useLineCount(text: string): number {
	const calm = useDeferredValue(text);
	return useMemo(() => calm.split('\n').filter((line) => line.trim() !== '').length, [calm]);
}
