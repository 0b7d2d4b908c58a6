import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
	type KeyboardEvent,
	useDeferredValue,
	useEffect,
	useId,
	useMemo,
	useRef,
	useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { labelFrom } from '../../domain/field';
import type { Suggestion } from '../../domain/suggestion';
import type { Taxonomy } from '../../domain/taxonomy';
import { type CategoryIndex, searchCategories } from '../../maths/categorySearch';
import { percent } from '../quantities';
import { CategoryName } from './CategoryName';
import styles from './CategorySearch.module.css';

interface CategorySearchProps {
	taxonomy: Taxonomy;
	index: CategoryIndex;
	/** What stands there before anything is typed. */
	suggestions: Suggestion[];
	onChoose(category: number): void;
	/** Takes what is typed as it is; left out where only what there is can be chosen. */
	onNew?: (label: string) => void;
}

/** More than anybody reads; typing another word is quicker than scrolling. */
const limit = 50;

/** A combobox over all categories: the focus stays in the input, the arrows move through the list. */
export function CategorySearch(props: CategorySearchProps) {
	const { taxonomy, index, suggestions, onChoose, onNew } = props;
	const { t } = useTranslation();
	const id = useId();
	const [query, setQuery] = useState('');
	const [active, setActive] = useState(0);
	const calm = useDeferredValue(query);
	const matches = useMemo(() => searchCategories(index, calm, limit), [index, calm]);
	const searching = calm.trim() !== '';
	const categories = searching ? matches.categories : suggestions.map(({ category }) => category);
	const likely = new Map(suggestions.map(({ category, probability }) => [category, probability]));
	// Offered behind what is found, unless it is there already.
	const label = onNew ? labelFrom(query) : null;
	const isNew = label !== null && !taxonomy.categories.some((category) => category.id === label);
	const count = categories.length + (isNew ? 1 : 0);
	const optionId = (position: number): string => `${id}-option-${position}`;

	// Not left to the dialog, which does it a moment later and loses the first letters.
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => input.current?.focus(), []);

	useEffect(() => {
		document.getElementById(`${id}-option-${active}`)?.scrollIntoView({ block: 'nearest' });
	}, [active, id]);

	function pressed(event: KeyboardEvent): void {
		const last = count - 1;
		const to = {
			ArrowDown: active >= last ? 0 : active + 1,
			ArrowUp: active <= 0 ? last : active - 1,
			PageDown: Math.min(last, active + 8),
			PageUp: Math.max(0, active - 8),
		}[event.key];
		if (to !== undefined) {
			event.preventDefault();
			setActive(Math.max(0, to));
		}
		if (event.key === 'Enter') takeActive(event);
	}

	/** The list follows a moment behind what is typed, but the key means what is typed. */
	function takeActive(event: KeyboardEvent): void {
		const found =
			query.trim() === ''
				? suggestions.map(({ category }) => category)
				: searchCategories(index, query, limit).categories;
		const listed = calm === query ? categories : found;
		const chosen = listed[active];
		if (chosen !== undefined) {
			event.preventDefault();
			onChoose(chosen);
		} else if (isNew && active === listed.length) {
			event.preventDefault();
			onNew?.(label);
		}
	}

	const summary = !searching
		? t('search.suggested')
		: matches.total > limit
			? t('search.capped', { count: limit, total: matches.total })
			: t('search.results', { count: matches.total });

	return (
		<div className={styles.search}>
			<TextInput
				size="md"
				role="combobox"
				aria-label={t('search.label')}
				aria-expanded={count > 0}
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-activedescendant={count > 0 ? optionId(active) : undefined}
				autoComplete="off"
				spellCheck={false}
				ref={input}
				data-autofocus
				leftSection={<IconSearch size={18} aria-hidden />}
				placeholder={t('search.placeholder')}
				value={query}
				onKeyDown={pressed}
				onChange={(event) => {
					setQuery(event.currentTarget.value);
					setActive(0);
				}}
			/>
			<p className={styles.summary} role="status">
				{summary}
			</p>
			<div id={`${id}-list`} role="listbox" aria-label={t('search.label')} className={styles.list}>
				{categories.map((category, position) => (
					// The input has the focus and the keys; the pointer is all that an option itself takes.
					// biome-ignore lint/a11y/useKeyWithClickEvents: see above
					<div
						key={category}
						id={optionId(position)}
						role="option"
						tabIndex={-1}
						aria-selected={position === active}
						className={styles.option}
						onClick={() => onChoose(category)}
						onMouseDown={(event) => event.preventDefault()}
					>
						<CategoryName taxonomy={taxonomy} category={category} />
						<Likely probability={likely.get(category)} />
					</div>
				))}
				{isNew && (
					// biome-ignore lint/a11y/useKeyWithClickEvents: as above
					<div
						id={optionId(categories.length)}
						role="option"
						tabIndex={-1}
						aria-selected={active === categories.length}
						className={styles.option}
						onClick={() => onNew?.(label)}
						onMouseDown={(event) => event.preventDefault()}
					>
						<span>
							{t('search.asNew', { label })}
							<span className={styles.newHint}>{t('search.newHint')}</span>
						</span>
					</div>
				)}
			</div>
			{searching && count === 0 && <p className={styles.none}>{t('search.none')}</p>}
			<p className={styles.hint}>{t('search.hint')}</p>
		</div>
	);
}

/** Only suggested categories have one. */
function Likely({ probability }: { probability: number | undefined }) {
	const { t } = useTranslation();
	if (probability === undefined) return null;
	return <span className={styles.likely}>{percent(t, probability)}</span>;
}
