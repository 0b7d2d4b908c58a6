import { Drawer } from '@mantine/core';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { useAisle } from '../../store';
import { titleOf } from '../sort/useDeciding';

/** The products behind something on screen: a bar, a cell, a count. */
export interface ProductSelection {
	/** What they have in common, as a heading. */
	title: string;
	productIds: readonly string[];
	/** The field whose labels the tiles show; left out, the one looked at last. */
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
	const products = useAisle((state) => state.products);
	const [selection, setSelection] = useState<ProductSelection | null>(null);
	const chosen = new Set(selection?.productIds);
	return (
		<OpenProductsContext value={setSelection}>
			{children}
			<Drawer
				opened={selection !== null}
				onClose={() => setSelection(null)}
				position="right"
				size="xl"
				title={selection?.title}
				closeButtonProps={{ 'aria-label': t('close') }}
			>
				<ul>
					{products
						.filter(({ id }) => chosen.has(id))
						.map((product) => (
							<li key={product.id}>
								{titleOf(product)} {selection?.notes?.get(product.id)}
							</li>
						))}
				</ul>
			</Drawer>
		</OpenProductsContext>
	);
}
