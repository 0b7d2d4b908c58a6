import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Counted, CountedFolder } from '../../../domain/drop';
import styles from './DropDialog.module.css';

/** Folders named before it only counts. */
const foldersShown = 4;

interface DroppedCountedProps {
	folders: CountedFolder[];
	value: Counted;
	onChange(value: Counted): void;
}

/** Asks what folders are whose photos are counted up: nothing else can tell. */
export function DroppedCounted({ folders, value, onChange }: DroppedCountedProps) {
	const { t } = useTranslation();
	const more = folders.length - foldersShown;
	return (
		<section className={styles.part} aria-label={t('drop.counted.title')}>
			<h3 className={styles.name}>{t('drop.counted.title')}</h3>
			<ul className={styles.folders}>
				{folders.slice(0, foldersShown).map(({ folder, photos, first, last }) => (
					<li key={folder}>
						<strong>{folder.split('/').at(-1) || t('drop.counted.loose')}</strong>:{' '}
						{t('drop.counted.files', { first, last, count: photos })}
					</li>
				))}
				{more > 0 && <li>{t('drop.moreAttributes', { count: more })}</li>}
			</ul>
			<Radio.Group
				label={t('drop.counted.question')}
				value={value}
				onChange={(chosen) => onChange(chosen === 'together' ? 'together' : 'apart')}
			>
				<Stack gap={8} mt={8}>
					<Radio value="apart" label={t('drop.counted.apart')} />
					<Radio value="together" label={t('drop.counted.together')} />
				</Stack>
			</Radio.Group>
		</section>
	);
}
