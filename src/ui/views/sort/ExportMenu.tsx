import { ActionIcon, Menu } from '@mantine/core';
import {
	IconBrandGoogle,
	IconChevronDown,
	IconFileZip,
	IconShoppingBag,
	IconTags,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, fieldOfTaxonomy } from '../../../domain/field';
import { download } from '../../download';
import { useNotify } from '../../notify';
import { useAisle, useAisleStore } from '../../store';
import { ExportPhotosDialog } from '../ExportPhotosDialog';
import { useExportLabels } from '../useExportLabels';

const names = { shopify: 'shopify-products', merchant: 'google-merchant' } as const;
const extensions = { shopify: 'csv', merchant: 'tsv' } as const;

/** The other ways to take the categories away, for the systems of shops. */
export function ExportMenu({ disabled }: { disabled: boolean }) {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	const exportLabels = useExportLabels();
	const [photosOf, setPhotosOf] = useState<FieldName | null>(null);
	const { taxonomyId, labels } = useAisle((state) => ({
		taxonomyId: state.taxonomyId,
		labels: state.labels,
	}));
	// The field that is sorted into, else the first one.
	const field = fieldOfTaxonomy(taxonomyId) ?? [...labels.keys()][0] ?? null;

	async function take(format: 'shopify' | 'merchant'): Promise<void> {
		const { file, written, leftOut } = await store.getState().exportForShop(format);
		const day = new Date().toISOString().slice(0, 10);
		const name = `${names[format]}-${day}.${extensions[format]}`;
		if (written > 0) download(file, name);
		notify({
			title: written > 0 ? t('toolbar.exported', { name }) : t('shop.nothing'),
			message: leftOut > 0 ? t('shop.leftOut', { count: leftOut }) : t('shop.all'),
		});
	}

	return (
		<>
			<Menu width={340}>
				<Menu.Target>
					<ActionIcon size={36} disabled={disabled} aria-label={t('shop.more')}>
						<IconChevronDown size={18} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown maw="92vw">
					<Menu.Item
						leftSection={<IconShoppingBag size={17} />}
						onClick={() => void take('shopify')}
					>
						<div>{t('shop.shopify')}</div>
						<small>{t(taxonomyId === 'shopify' ? 'shop.shopifyHint' : 'shop.shopifyType')}</small>
					</Menu.Item>
					<Menu.Item
						leftSection={<IconBrandGoogle size={17} />}
						onClick={() => void take('merchant')}
					>
						<div>{t('shop.merchant')}</div>
						<small>{t(taxonomyId === 'google' ? 'shop.merchantHint' : 'shop.merchantType')}</small>
					</Menu.Item>
					<Menu.Divider />
					<Menu.Item
						leftSection={<IconTags size={17} />}
						disabled={field === null}
						onClick={() => void exportLabels()}
					>
						<div>{t('shop.labels')}</div>
						<small>{t('shop.labelsHint')}</small>
					</Menu.Item>
					<Menu.Item
						leftSection={<IconFileZip size={17} />}
						disabled={field === null}
						onClick={() => setPhotosOf(field)}
					>
						<div>{t('shop.photos')}</div>
						<small>{t('shop.photosHint')}</small>
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			<ExportPhotosDialog start={photosOf} onClose={() => setPhotosOf(null)} />
		</>
	);
}
