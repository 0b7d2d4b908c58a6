import { Button, Modal, Radio } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconDownload } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HeadFormat, type HeadSummary, headFormats } from '../../../domain/head';
import { type ExportChoice, type ExportedHead, exportObstacle } from '../../../domain/headExport';
import { download } from '../../download';
import { bytes, difference } from '../../quantities';
import { useAisle, useAisleStore } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { Notice } from '../../widgets/Notice';
import { headName } from './headWords';
import styles from './TakeAway.module.css';

interface TakeAwayProps {
	head: HeadSummary;
	opened: boolean;
	onClose(): void;
}

/** A head as a file for other programs: chosen, made, checked, and only then handed out. */
export function TakeAway({ head, opened, onClose }: TakeAwayProps) {
	const { t } = useTranslation();
	const store = useAisleStore();
	const [exported, setExported] = useState<ExportedHead | null>(null);
	const close = (): void => {
		store.getState().cancel('head-out');
		setExported(null);
		onClose();
	};
	return (
		<Modal
			opened={opened}
			onClose={close}
			size="lg"
			title={t('headFiles.title', { name: headName(t, head) })}
			centered
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{exported ? (
				<Checked exported={exported} onAnother={() => setExported(null)} />
			) : (
				<Choices head={head} onExported={setExported} onFailed={close} />
			)}
		</Modal>
	);
}

interface ChoicesProps {
	head: HeadSummary;
	onExported(exported: ExportedHead): void;
	/** What stopped it stands at the top of the screen. */
	onFailed(): void;
}

function Choices({ head, onExported, onFailed }: ChoicesProps) {
	const { t } = useTranslation();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('head-out'));
	const { modality } = head.specification;
	const [choice, setChoice] = useState<ExportChoice>({
		format: 'onnx',
		inside: modality !== 'title',
	});
	const { format } = choice;
	// Teachable Machine's own library knows nothing but photos.
	const asked = { format, inside: choice.inside || format === 'teachable-machine' };
	const obstacle = exportObstacle(head.specification, asked);
	// What ONNX cannot hold by itself nothing can.
	const alone = exportObstacle(head.specification, { format: 'onnx', inside: false });
	const refused = exportObstacle(head.specification, { format: 'onnx', inside: true }) && alone;

	async function make(event: FormEvent): Promise<void> {
		event.preventDefault();
		const exported = await store.getState().exportHead(head.id, asked);
		if (exported) onExported(exported);
		else if (store.getState().problem) onFailed();
	}

	if (refused)
		return (
			<Notice icon={<IconCircleOff size={22} aria-hidden />} title={t('headFiles.refusedTitle')}>
				{t(`headFiles.notFor.${refused}`)}
			</Notice>
		);
	return (
		<form onSubmit={(event) => void make(event)} className={styles.form}>
			<p className={styles.lead}>{t('headFiles.lead')}</p>
			<Radio.Group
				label={t('headFiles.choice')}
				value={format}
				onChange={(value) => setChoice({ ...choice, format: value as HeadFormat })}
			>
				<div className={styles.options}>
					{headFormats.map((each) => {
						const inside = each === 'teachable-machine' || choice.inside;
						const never =
							exportObstacle(head.specification, { format: each, inside: true }) &&
							exportObstacle(head.specification, { format: each, inside: false });
						return (
							<Radio
								key={each}
								value={each}
								label={t(`headFiles.formats.${each}.name`)}
								description={
									never
										? t(
												`headFiles.notFor.${exportObstacle(head.specification, { format: each, inside }) ?? never}`,
											)
										: t(`headFiles.formats.${each}.term`)
								}
								disabled={never !== null || job !== undefined}
							/>
						);
					})}
				</div>
			</Radio.Group>
			<Radio.Group
				label={t('headFiles.content')}
				value={asked.inside ? 'inside' : 'alone'}
				onChange={(value) => setChoice({ ...choice, inside: value === 'inside' })}
			>
				<div className={styles.options}>
					<Radio
						value="inside"
						label={t('headFiles.inside')}
						description={
							modality === 'title' ? t('headFiles.notFor.titleInside') : t('headFiles.insideHint')
						}
						disabled={modality === 'title' || job !== undefined}
					/>
					<Radio
						value="alone"
						label={t('headFiles.alone')}
						description={t(alone ? `headFiles.notFor.${alone}` : 'headFiles.aloneHint')}
						disabled={alone !== null || format === 'teachable-machine' || job !== undefined}
					/>
				</div>
			</Radio.Group>
			<p className={styles.hint}>{t('headFiles.carries')}</p>
			{job ? (
				<JobBar
					job={job}
					label={t('headFiles.label')}
					cancelHint={t('headFiles.cancelHint')}
					onCancel={() => store.getState().cancel('head-out')}
				/>
			) : (
				<Button type="submit" disabled={obstacle !== null} className={styles.make}>
					{t('headFiles.make')}
				</Button>
			)}
		</form>
	);
}

function Checked({ exported, onAnother }: { exported: ExportedHead; onAnother(): void }) {
	const { t, i18n } = useTranslation();
	const { file, name, products, tolerance } = exported;
	// The button that was pressed for it is gone, and the focus with it.
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus(), []);
	return (
		<div className={styles.form}>
			<Notice icon={<IconCircleCheck size={22} aria-hidden />} title={t('headFiles.checkedTitle')}>
				{t('headFiles.checked', {
					count: products,
					difference: difference(t, i18n.language, exported.difference),
					tolerance: difference(t, i18n.language, tolerance),
				})}
			</Notice>
			<div className={styles.buttons}>
				<Button
					ref={button}
					leftSection={<IconDownload size={17} aria-hidden />}
					onClick={() => download(file, name)}
					data-autofocus
				>
					{t('headFiles.download', { name, size: bytes(i18n.language, file.size) })}
				</Button>
				<Button variant="default" onClick={onAnother}>
					{t('headFiles.another')}
				</Button>
			</div>
		</div>
	);
}
