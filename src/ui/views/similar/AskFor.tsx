import { Button, FileButton, Pill, TextInput } from '@mantine/core';
import { IconPhotoSearch, IconSearch } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { titleOf } from '../sort/useDeciding';
import screen from '../train/TrainScreen.module.css';
import styles from './AskFor.module.css';
import type { Asked } from './asked';

interface AskForProps {
	asked: Asked;
	/** Ids of the products that are asked about. */
	like: string[];
	onChange(asked: Asked): void;
	onLike(productIds: string[]): void;
}

/** What is looked for: words, a photo, products, or several of them together. */
export function AskFor({ asked, like, onChange, onLike }: AskForProps) {
	const { t } = useTranslation();
	const byId = useAisle(productsById);
	const take = (photo: File | null): void => onChange({ ...asked, photo });

	/** A photo dropped here is to be searched by, not to be added to the catalogue as anywhere else. */
	function dropped(event: DragEvent): void {
		if (!event.dataTransfer.types.includes('Files')) return;
		event.preventDefault();
		event.stopPropagation();
		const [file] = event.dataTransfer.files;
		if (event.type === 'drop' && file) take(file);
	}

	return (
		<section
			className={screen.card}
			aria-label={t('similar.ask')}
			onDragEnter={dropped}
			onDragOver={dropped}
			onDrop={dropped}
		>
			<TextInput
				label={t('similar.words')}
				description={t('similar.wordsHint')}
				placeholder={t('similar.wordsExample')}
				value={asked.words}
				maxLength={300}
				leftSection={<IconSearch size={17} aria-hidden />}
				onChange={({ currentTarget }) => onChange({ ...asked, words: currentTarget.value })}
			/>
			<FileButton accept="image/*" onChange={take}>
				{(props) => (
					<Button
						{...props}
						fullWidth
						variant="default"
						className={styles.photo}
						leftSection={<IconPhotoSearch size={18} aria-hidden />}
					>
						{t('similar.photo')}
					</Button>
				)}
			</FileButton>
			<p className={styles.hint}>{t('similar.photoHint')}</p>
			{(like.length > 0 || asked.photo) && (
				<>
					<h2 className={styles.legend}>
						{t('similar.like', { count: like.length + (asked.photo ? 1 : 0) })}
					</h2>
					<Pill.Group>
						{asked.photo && (
							<Pill
								withRemoveButton
								size="md"
								removeButtonProps={{
									'aria-label': t('similar.without', { name: asked.photo.name }),
									'aria-hidden': false,
									tabIndex: 0,
								}}
								onRemove={() => take(null)}
							>
								{asked.photo.name}
							</Pill>
						)}
						{like.map((id) => {
							const product = byId.get(id);
							const name = product ? titleOf(product) : id;
							return (
								<Pill
									key={id}
									withRemoveButton
									size="md"
									removeButtonProps={{
										'aria-label': t('similar.without', { name }),
										'aria-hidden': false,
										tabIndex: 0,
									}}
									onRemove={() => onLike(like.filter((each) => each !== id))}
								>
									{name}
								</Pill>
							);
						})}
					</Pill.Group>
				</>
			)}
		</section>
	);
}
