import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProductsBrowser } from './ProductsBrowser';
import styles from './ProductsDrawer.module.css';
import type { ProductSelection } from './ProductsPanel';

interface ProductsDrawerProps {
	opened: boolean;
	selection: ProductSelection | null;
	onClose(): void;
	/** It has left the screen. */
	onGone(): void;
}

/** Products beside the screen one is on. */
export default function ProductsDrawer({
	opened,
	selection,
	onClose,
	onGone,
}: ProductsDrawerProps) {
	const { t } = useTranslation();
	/** While something within the panel is there to be left first. */
	const [within, setWithin] = useState(false);
	return (
		<Drawer
			opened={opened}
			onClose={onClose}
			onExitTransitionEnd={onGone}
			closeOnEscape={!within}
			position="right"
			size="min(1080px, 100vw)"
			title={selection?.title}
			closeButtonProps={{ 'aria-label': t('close') }}
			// It is made as <header>, which in a dialog would be a second banner of the page.
			attributes={{ header: { role: 'presentation' } }}
			classNames={{
				content: styles.content,
				header: styles.header,
				title: styles.title,
				body: styles.body,
			}}
		>
			{selection && <ProductsBrowser selection={selection} onWithin={setWithin} />}
		</Drawer>
	);
}
