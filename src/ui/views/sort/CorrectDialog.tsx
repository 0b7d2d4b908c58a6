import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOfTaxonomy } from '../../../domain/field';
import { categoryIndex } from '../../../maths/categorySearch';
import { useAisle } from '../../store';
import { CategorySearch } from '../../widgets/CategorySearch';
import styles from './CorrectDialog.module.css';
import { titleOf } from './useDeciding';

interface CorrectDialogProps {
	/** The product to correct; `null` keeps it closed. */
	productId: string | null;
	onChoose(productId: string, category: number): void;
	/** A label that the field does not have yet. */
	onNew(productId: string, label: string): void;
	onClose(): void;
	/** After it has left the screen: the time to put the focus back. */
	onClosed(): void;
}

/** Searching all categories for the right one. */
export function CorrectDialog({
	productId,
	onChoose,
	onNew,
	onClose,
	onClosed,
}: CorrectDialogProps) {
	const { t } = useTranslation();
	const { taxonomy, product, found } = useAisle((state) => ({
		taxonomy: state.taxonomy,
		product: state.products.find(({ id }) => id === productId) ?? null,
		found: productId === null ? null : (state.suggestions.get(productId) ?? null),
	}));
	// The keyboard of a phone leaves no room for a dialog in the middle.
	const small = useMediaQuery('(max-width: 640px)');
	const opened = product !== null && taxonomy !== null;
	// Only while it is needed: some ten milliseconds for thousands of categories.
	const index = useMemo(
		() => (opened && taxonomy ? categoryIndex(taxonomy) : null),
		[opened, taxonomy],
	);
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			onExitTransitionEnd={onClosed}
			returnFocus={false}
			fullScreen={small ?? false}
			size={620}
			yOffset="10vh"
			title={
				<span className={styles.title}>
					{t('search.title')}
					{product && (
						<span className={styles.product}>{t('search.for', { product: titleOf(product) })}</span>
					)}
				</span>
			}
			closeButtonProps={{ 'aria-label': t('close') }}
			// At once: whoever presses the key goes on typing.
			transitionProps={{ duration: 0 }}
		>
			{product && taxonomy && index && (
				<CategorySearch
					taxonomy={taxonomy}
					index={index}
					suggestions={found?.suggestions ?? []}
					onChoose={(category) => {
						onChoose(product.id, category);
						onClose();
					}}
					{...(fieldOfTaxonomy(taxonomy.id) === null
						? {}
						: {
								onNew(label: string) {
									onNew(product.id, label);
									onClose();
								},
							})}
				/>
			)}
		</Modal>
	);
}
