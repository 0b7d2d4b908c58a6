import { Drawer } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { ProductsBrowser } from './ProductsBrowser';
import styles from './ProductsPanel.module.css';

/** The products behind something on screen: a bar, a cell, a count. */
export interface ProductSelection {
	/** What they have in common, as a heading. */
	title: string;
	productIds: readonly string[];
	/** The field whose labels the tiles show; left out, the first. */
	field?: FieldName;
	/** What to say of a product here, by id: what a head took it for. */
	notes?: ReadonlyMap<string, string>;
	/** The head whose answers they are: a photo can be opened to see what it looked at. */
	headId?: string;
}

const OpenProductsContext = createContext<(selection: ProductSelection) => void>(() => {});

/** Shows products beside the screen one is on. */
export function useOpenProducts(): (selection: ProductSelection) => void {
	return useContext(OpenProductsContext);
}

/** Makes every count on every screen something that opens. */
export function ProductsPanel({ children }: { children: ReactNode }) {
	const { t } = useTranslation();
	const [opened, setOpened] = useState(false);
	/** Kept until the panel has left the screen: a dialog on its way out still has its name. */
	const [selection, setSelection] = useState<ProductSelection | null>(null);
	/** While something within the panel is there to be left first. */
	const [within, setWithin] = useState(false);
	const open = useCallback((wanted: ProductSelection) => {
		setSelection(wanted);
		setOpened(true);
	}, []);
	// Back and forward lead to another screen, which has nothing to do with these products.
	useWindowEvent('hashchange', () => setOpened(false));
	return (
		<OpenProductsContext value={open}>
			{children}
			<Drawer
				opened={opened}
				onClose={() => setOpened(false)}
				onExitTransitionEnd={() => setSelection(null)}
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
		</OpenProductsContext>
	);
}
