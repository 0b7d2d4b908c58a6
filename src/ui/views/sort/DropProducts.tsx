import { Button } from '@mantine/core';
import {
	IconCamera,
	IconFolder,
	IconPhoto,
	IconPhotoPlus,
	IconSparkles,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { FileInputs } from '../../widgets/FileInputs';
import { useAddFiles } from '../AddingFiles';
import styles from './DropProducts.module.css';

/** How many the sample catalogue has; models.json says the same. */
export const sampleProducts = 54;

/** One place to drop, one way to try; and what stands beside that. */
export function DropProducts({ children }: { children?: ReactNode }) {
	const { t } = useTranslation();
	const add = useAddFiles();
	const addSample = useAisle((state) => state.addSampleCatalogue);
	return (
		<>
			<FileInputs onChoose={add}>
				{(pickers) => (
					<div className={styles.drop}>
						<IconPhotoPlus size={44} stroke={1.3} className={styles.icon} aria-hidden />
						<p className={styles.dropTitle}>{t('first.drop')}</p>
						<div className={styles.buttons}>
							<Button
								size="md"
								leftSection={<IconPhoto size={18} aria-hidden />}
								onClick={pickers.files}
							>
								{t('first.files')}
							</Button>
							<Button
								size="md"
								variant="default"
								leftSection={<IconFolder size={18} aria-hidden />}
								onClick={pickers.folder}
							>
								{t('first.folder')}
							</Button>
							<Button
								size="md"
								variant="default"
								className={styles.camera}
								leftSection={<IconCamera size={18} aria-hidden />}
								onClick={pickers.camera}
							>
								{t('first.camera')}
							</Button>
						</div>
						<p className={styles.hint}>{t('first.hint')}</p>
					</div>
				)}
			</FileInputs>
			<div className={styles.below}>
				<Button
					variant="subtle"
					size="md"
					leftSection={<IconSparkles size={18} aria-hidden />}
					onClick={() => void addSample()}
				>
					{t('first.sample', { count: sampleProducts })}
				</Button>
				{children}
			</div>
		</>
	);
}
