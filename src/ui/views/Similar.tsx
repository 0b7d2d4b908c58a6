import { Anchor, Loader } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { productsById } from '../../state/selectors';
import { problemWords } from '../errorMessages';
import { hrefOf, useRoute } from '../routes';
import { useAisle } from '../store';
import { useOpenProducts } from './products/ProductsPanel';
import styles from './Similar.module.css';
import { AskFor } from './similar/AskFor';
import { type Asked, nothingAsked, requestOf } from './similar/asked';
import { SearchSettings } from './similar/SearchSettings';
import { SimilarGrid } from './similar/SimilarGrid';
import { TakenTogether } from './similar/TakenTogether';
import { useSimilar } from './similar/useSimilar';
import screen from './train/TrainScreen.module.css';

/** Products that stand there before anything is asked. */
const starters = 24;

/** Finding products by what they look like and what they are called. */
export default function Similar() {
	const { t } = useTranslation();
	const { part } = useRoute();
	const products = useAisle((state) => state.products);
	const [asked, setAsked] = useState<Asked>(nothingAsked);
	const byId = useAisle(productsById);
	// What is asked about stands in the address, so that the way back leads to what was asked before.
	const like = (part?.split(',') ?? []).filter((id) => byId.has(id));
	const request = requestOf(asked, like);
	const { found, problem, searching } = useSimilar(request);
	const openProducts = useOpenProducts();
	const words = problem && problemWords(t, problem);

	function ask(productIds: string[]): void {
		window.location.hash = hrefOf(
			'similar',
			productIds.length > 0 ? productIds.join(',') : undefined,
		);
		// Whoever follows a product no longer means the words that led there.
		setAsked((before) => ({ ...before, words: '', photo: null }));
	}

	const grid = {
		like,
		onLike: (id: string) => ask([id]),
		onAlso: (id: string) => ask([...like, id]),
	};
	return (
		<main id="main" tabIndex={-1} className={screen.page}>
			<h1 className={screen.title}>{t('similar.title')}</h1>
			<p className={screen.lead}>{t('similar.lead')}</p>
			{products.length === 0 ? (
				<section className={screen.card}>
					<h2 className={screen.heading}>{t('similar.emptyTitle')}</h2>
					<p className={screen.hint}>{t('similar.empty')}</p>
					<Anchor href={hrefOf('sort')}>{t('similar.toSort')}</Anchor>
				</section>
			) : (
				<div className={styles.columns}>
					<div className={styles.side}>
						<AskFor asked={asked} like={like} onChange={setAsked} onLike={ask} />
						<SearchSettings
							asked={asked}
							weighs={like.length > 0 || (asked.photo !== null && asked.words.trim() !== '')}
							onChange={setAsked}
						/>
						<TakenTogether
							share={asked.together}
							onShare={(together) => setAsked((before) => ({ ...before, together }))}
						/>
					</div>
					<section className={screen.card} aria-busy={searching} aria-label={t('similar.results')}>
						<div className={styles.head}>
							<h2 className={screen.heading}>
								{t(request ? 'similar.results' : 'similar.starters')}
							</h2>
							{searching && <Loader size="sm" type="dots" />}
							{request && found && found.hits.length > 0 && (
								<Anchor
									component="button"
									type="button"
									onClick={() =>
										openProducts({
											title: t('similar.results'),
											productIds: found.hits.map(({ productId }) => productId),
										})
									}
								>
									{t('similar.openAll')}
								</Anchor>
							)}
						</div>
						<output className={styles.said}>
							{request && found && !searching && t('similar.found', { count: found.hits.length })}
						</output>
						{words && (
							<p role="alert" className={screen.hint}>
								{words.sentence} {words.remedy}
							</p>
						)}
						{request ? (
							found && (
								<SimilarGrid
									key={like.join()}
									hits={found.hits}
									searchable={found.searchable}
									{...grid}
								/>
							)
						) : (
							<SimilarGrid
								key="starters"
								hits={products.slice(0, starters).map(({ id: productId }) => ({
									productId,
									photo: null,
									title: null,
									together: null,
									attributes: null,
								}))}
								searchable={null}
								{...grid}
							/>
						)}
					</section>
				</div>
			)}
		</main>
	);
}
