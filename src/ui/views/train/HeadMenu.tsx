import { ActionIcon, Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import {
	IconCircleCheck,
	IconCircleOff,
	IconDots,
	IconPackageExport,
	IconPencil,
	IconReportAnalytics,
	IconTrash,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import { useNotify } from '../../notify';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { headName } from './headWords';
import { TakeAway } from './TakeAway';

interface HeadMenuProps {
	head: HeadSummary;
	active: boolean;
	/** Whether there is a report to open. */
	measured: boolean;
}

/** What can be done with a head. */
export function HeadMenu({ head, active, measured }: HeadMenuProps) {
	const { t } = useTranslation();
	const { activate, deactivate } = useAisle((state) => ({
		activate: state.activateHead,
		deactivate: state.deactivateHead,
	}));
	const [asking, setAsking] = useState<'take' | 'rename' | 'delete' | null>(null);
	const close = (): void => setAsking(null);
	return (
		<>
			<Menu>
				<Menu.Target>
					<ActionIcon
						variant="subtle"
						color="gray"
						aria-label={t('train.actionsOf', { name: headName(t, head) })}
					>
						<IconDots size={18} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					{measured && (
						<Menu.Item
							component="a"
							href={hrefOf('train', head.id)}
							leftSection={<IconReportAnalytics size={16} aria-hidden />}
						>
							{t('train.openReport')}
						</Menu.Item>
					)}
					<Menu.Item
						leftSection={
							active ? (
								<IconCircleOff size={16} aria-hidden />
							) : (
								<IconCircleCheck size={16} aria-hidden />
							)
						}
						onClick={() => void (active ? deactivate(head.field) : activate(head.id))}
					>
						{t(active ? 'train.stopUsing' : 'train.use')}
					</Menu.Item>
					<Menu.Item
						leftSection={<IconPackageExport size={16} aria-hidden />}
						onClick={() => setAsking('take')}
					>
						{t('headFiles.takeAway')}
					</Menu.Item>
					<Menu.Item
						leftSection={<IconPencil size={16} aria-hidden />}
						onClick={() => setAsking('rename')}
					>
						{t('train.rename')}
					</Menu.Item>
					<Menu.Item
						color="rust"
						leftSection={<IconTrash size={16} aria-hidden />}
						onClick={() => setAsking('delete')}
					>
						{t('train.delete')}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			<TakeAway head={head} opened={asking === 'take'} onClose={close} />
			<Modal
				opened={asking === 'rename'}
				onClose={close}
				title={t('train.renameTitle')}
				centered
				closeButtonProps={{ 'aria-label': t('close') }}
			>
				<RenameForm head={head} onClose={close} />
			</Modal>
			<Modal
				opened={asking === 'delete'}
				onClose={close}
				title={t('train.deleteTitle', { name: headName(t, head) })}
				centered
				closeButtonProps={{ 'aria-label': t('close') }}
			>
				<DeleteBody head={head} active={active} onClose={close} />
			</Modal>
		</>
	);
}

function RenameForm({ head, onClose }: { head: HeadSummary; onClose(): void }) {
	const { t } = useTranslation();
	const renameHead = useAisle((state) => state.renameHead);
	const [name, setName] = useState(head.name);
	function save(event: FormEvent): void {
		event.preventDefault();
		void renameHead(head.id, name.trim()).then(onClose);
	}
	return (
		<form onSubmit={save}>
			<TextInput
				label={t('train.name')}
				value={name}
				maxLength={80}
				data-autofocus
				onChange={({ currentTarget }) => setName(currentTarget.value)}
			/>
			<Group justify="flex-end" mt="lg">
				<Button variant="default" onClick={onClose}>
					{t('train.cancel')}
				</Button>
				<Button type="submit" disabled={name.trim() === ''}>
					{t('train.save')}
				</Button>
			</Group>
		</form>
	);
}

interface DeleteBodyProps {
	head: HeadSummary;
	active: boolean;
	onClose(): void;
}

function DeleteBody({ head, active, onClose }: DeleteBodyProps) {
	const { t } = useTranslation();
	const notify = useNotify();
	const deleteHead = useAisle((state) => state.deleteHead);
	function confirm(): void {
		void deleteHead(head.id).then(() =>
			notify({ message: t('train.deleted', { name: headName(t, head) }) }),
		);
		onClose();
	}
	return (
		<>
			<Text>{t('train.deleteBody')}</Text>
			{active && <Text mt="xs">{t('train.deleteActive', { field: head.field })}</Text>}
			<Group justify="flex-end" mt="lg">
				<Button variant="default" onClick={onClose} data-autofocus>
					{t('train.cancel')}
				</Button>
				<Button color="rust" onClick={confirm}>
					{t('train.delete')}
				</Button>
			</Group>
		</>
	);
}
