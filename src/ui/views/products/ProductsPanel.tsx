import { useWindowEvent } from '@mantine/hooks';
import { createContext, lazy, type ReactNode, useCallback, useContext, useState } from 'react';
import type { FieldName } from '../../../domain/field';
import { OnceOpened } from '../../widgets/OnceOpened';

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

const ProductsDrawer = lazy(() => import('./ProductsDrawer'));

const OpenProductsContext = createContext<(selection: ProductSelection) => void>(() => {});

/** Shows products beside the screen one is on. */
export function useOpenProducts(): (selection: ProductSelection) => void {
	return useContext(OpenProductsContext);
}

/** Makes every count on every screen something that opens. */
export function ProductsPanel({ children }: { children: ReactNode }) {
	const [opened, setOpened] = useState(false);
	/** Kept until the panel has left the screen: a dialog on its way out still has its name. */
	const [selection, setSelection] = useState<ProductSelection | null>(null);
	const open = useCallback((wanted: ProductSelection) => {
		setSelection(wanted);
		setOpened(true);
	}, []);
	// Back and forward lead to another screen, which has nothing to do with these products.
	useWindowEvent('hashchange', () => setOpened(false));
	return (
		<OpenProductsContext value={open}>
			{children}
			<OnceOpened opened={opened}>
				{(shown) => (
					<ProductsDrawer
						opened={shown}
						selection={selection}
						onClose={() => setOpened(false)}
						onGone={() => setSelection(null)}
					/>
				)}
			</OnceOpened>
		</OpenProductsContext>
	);
}
