import { Button, SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCounts } from '../../domain/storedCounts';
import { bytes } from '../quantities';
import { useAisle } from '../store';
import { DeleteDialog } from './DeleteDialog';
import { DeviceSettings } from './DeviceSettings';
import { ProjectBackup } from './ProjectBackup';
import styles from './Settings.module.css';
import { LanguageSettings } from './settings/LanguageSettings';
import { OfflineSettings } from './settings/OfflineSettings';

export default function Settings() {
	const { t } = useTranslation();
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<h1 className={styles.title}>{t('settings.title')}</h1>
			<DeviceSettings />
			<OfflineSettings />
			<Storage />
			<ProjectBackup />
			<Keyboard />
			<LanguageSettings />
			<Appearance />
		</main>
	);
}

function Storage() {
	const { t, i18n } = useTranslation();
	const { storedCounts, products, decisions, labels, heads } = useAisle((state) => ({
		labels: state.labels,
		heads: state.heads,
		storedCounts: state.storedCounts,
		products: state.products,
		decisions: state.decisions,
	}));
	const [counts, setCounts] = useState<StoredCounts | null>(null);
	const [deleting, setDeleting] = useState(false);
	// Counted again whenever any of them are other ones.
	useEffect(() => {
		void storedCounts().then(setCounts);
	}, [storedCounts, products, decisions, labels, heads]);
	const figures = counts && [
		{ name: t('settings.products'), value: counts.products.toLocaleString(i18n.language) },
		{ name: t('settings.photos'), value: counts.photos.toLocaleString(i18n.language) },
		{ name: t('settings.decisions'), value: counts.decisions.toLocaleString(i18n.language) },
		{ name: t('settings.taxonomies'), value: counts.taxonomies.toLocaleString(i18n.language) },
		{ name: t('settings.labels'), value: counts.labels.toLocaleString(i18n.language) },
		{ name: t('settings.heads'), value: counts.heads.toLocaleString(i18n.language) },
		{ name: t('settings.bytes'), value: bytes(i18n.language, counts.bytes) },
	];
	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('settings.storageTitle')}</h2>
			<p className={styles.lead}>{t('settings.storageLead')}</p>
			<dl className={styles.figures}>
				{figures?.map(({ name, value }) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<Button
				variant="outline"
				color="rust"
				leftSection={<IconTrash size={17} aria-hidden />}
				onClick={() => setDeleting(true)}
			>
				{t('toolbar.deleteAll')}
			</Button>
			<DeleteDialog opened={deleting} onClose={() => setDeleting(false)} />
		</section>
	);
}

function Keyboard() {
	const { t } = useTranslation();
	const { shortcuts, setShortcuts } = useAisle((state) => ({
		shortcuts: state.shortcuts,
		setShortcuts: state.setShortcuts,
	}));
	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('settings.keysTitle')}</h2>
			<Switch
				mt="sm"
				checked={shortcuts}
				label={t('settings.keys')}
				description={t('settings.keysHint')}
				onChange={({ currentTarget }) => void setShortcuts(currentTarget.checked)}
			/>
		</section>
	);
}

function Appearance() {
	const { t } = useTranslation();
	const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
	return (
		<section className={styles.section}>
			<h2 className={styles.heading} id="scheme">
				{t('settings.appearanceTitle')}
			</h2>
			<SegmentedControl
				aria-label={t('settings.scheme')}
				value={colorScheme}
				onChange={setColorScheme}
				data={[
					{ value: 'auto' as const, label: t('settings.auto') },
					{ value: 'light' as const, label: t('settings.light') },
					{ value: 'dark' as const, label: t('settings.dark') },
				]}
			/>
		</section>
	);
}
