import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOfTaxonomy } from '../../domain/field';
import type { Problem } from '../../domain/product';
import type { Decision, Evidence, Suggestion } from '../../domain/suggestion';
import type { Taxonomy } from '../../domain/taxonomy';
import type { ProductStatus } from '../../state/types';
import { CardButton } from './CardButton';
import { CardProblems } from './CardProblems';
import { DecisionLine } from './DecisionLine';
import { EvidenceMark } from './EvidenceMark';
import styles from './ProductCard.module.css';
import { StatusBadge } from './StatusBadge';
import { SuggestionRow } from './SuggestionRow';

interface ProductCardProps {
	title: string;
	photo: ReactNode;
	/** How many it has. */
	photos: number;
	status: ProductStatus;
	problems: Problem[];
	/** The best ones, in order. */
	suggestions: Suggestion[];
	evidence: Evidence | null;
	/** How much the photo counted, 0–1, where a head weighed it against the title. */
	photoShare: number | null;
	/** `category` is `null` when the taxonomy no longer has it. */
	decision: { by: Decision['by']; probability: number | null; category: number | null } | null;
	taxonomy: Taxonomy | null;
	/** Whether Tab goes through its buttons; only on the card that has the cursor. */
	reachable: boolean;
	onAccept(rank: number): void;
	onSearch(): void;
	onReopen(): void;
}

/** One product: what it looks like, what it is called, where it belongs and how sure that is. */
export function ProductCard(props: ProductCardProps) {
	const { title, photo, photos, status, problems, suggestions, evidence, decision, taxonomy } =
		props;
	const { t } = useTranslation();
	const tabIndex = props.reachable ? 0 : -1;
	return (
		<article className={styles.card} data-status={status}>
			<div className={styles.photo}>
				{photo}
				<span className={styles.status}>
					<StatusBadge status={status} />
				</span>
				{photos > 1 && <span className={styles.photos}>{t('card.photos', { count: photos })}</span>}
			</div>
			<div className={styles.body}>
				<h2 className={styles.title} title={title} dir="auto">
					{title}
				</h2>
				{decision && <DecisionLine decision={decision} taxonomy={taxonomy} />}
				{!decision && taxonomy && suggestions.length > 0 && (
					<ol className={styles.suggestions}>
						{suggestions.map((suggestion, rank) => (
							<li key={suggestion.category}>
								<SuggestionRow
									suggestion={suggestion}
									rank={rank}
									taxonomy={taxonomy}
									tabIndex={tabIndex}
									onAccept={() => props.onAccept(rank)}
								/>
							</li>
						))}
					</ol>
				)}
				{!decision && suggestions.length === 0 && (
					<p className={styles.nothing} data-waiting={status === 'waiting'}>
						{status === 'failed'
							? t('card.failed')
							: status === 'waiting'
								? t('card.waiting')
								: t('card.nothing')}
					</p>
				)}
				{problems.length > 0 && <CardProblems problems={problems} />}
				<div className={styles.foot}>
					{evidence && evidence !== 'none' && (
						<EvidenceMark
							evidence={evidence}
							best={suggestions[0] ?? null}
							trained={taxonomy !== null && fieldOfTaxonomy(taxonomy.id) !== null}
							photoShare={props.photoShare}
							tabIndex={tabIndex}
						/>
					)}
					<span className={styles.buttons}>
						{decision && (
							<CardButton
								quiet
								tabIndex={tabIndex}
								icon={<IconArrowBackUp size={16} aria-hidden />}
								label={t('card.changeFor', { product: title })}
								onClick={props.onReopen}
							>
								{t('card.change')}
							</CardButton>
						)}
						{taxonomy && (
							<CardButton
								tabIndex={tabIndex}
								icon={<IconSearch size={16} aria-hidden />}
								label={t('card.searchFor', { product: title })}
								onClick={props.onSearch}
							>
								{t(suggestions.length > 0 || decision ? 'card.search' : 'card.choose')}
							</CardButton>
						)}
					</span>
				</div>
			</div>
		</article>
	);
}
