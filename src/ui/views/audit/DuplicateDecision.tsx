import { Button, Checkbox, Radio } from '@mantine/core';
import { IconArrowsJoin, IconArrowsSplit2, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import type { DuplicateGroup } from '../../../maths/duplicateFigures';
import { useAisle, useAisleStore } from '../../store';
import { useUndoNotice } from '../../useUndoNotice';
import { ProductPhoto } from '../ProductPhoto';
import { titleOf } from '../sort/useDeciding';
import screen from '../train/TrainScreen.module.css';
import styles from './Audit.module.css';
import { KeyHint } from './KeyHint';
import { useAuditKeys } from './useAuditKeys';

interface DuplicateDecisionProps {
	group: DuplicateGroup;
	products: readonly Product[];
	onPrevious(): void;
	onNext(): void;
}

/** One group: which of them stays, which are concerned at all, and what becomes of them. */
export function DuplicateDecision(props: DuplicateDecisionProps) {
	const { group, products, onPrevious, onNext } = props;
	const { t } = useTranslation();
	const store = useAisleStore();
	const undoNotice = useUndoNotice();
	const { labels, busy, removeProducts, mergeProducts, tellApart } = useAisle((state) => ({
		labels: state.labels,
		busy: state.jobs.has('import'),
		removeProducts: state.removeProducts,
		mergeProducts: state.mergeProducts,
		tellApart: state.tellApart,
	}));
	const [stays, setStays] = useState(products[0]?.id ?? '');
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const others = products.map(({ id }) => id).filter((id) => id !== stays && !left.has(id));

	async function change(work: Promise<void>, message: string): Promise<void> {
		await work;
		const { productUndo, undoProducts } = store.getState();
		undoNotice({
			id: 'products',
			message,
			undo: () => void undoProducts(),
			isLast: (state) => state.productUndo === productUndo,
		});
	}
	function keepOne(): void {
		if (busy || others.length === 0) return;
		void change(removeProducts(others), t('duplicates.kept', { count: others.length }));
	}
	function merge(): void {
		if (busy || others.length === 0) return;
		void change(mergeProducts(stays, others), t('duplicates.merged', { count: others.length }));
	}
	async function apart(): Promise<void> {
		const ids = [stays, ...others];
		await tellApart(ids, true);
		const { toldApart } = store.getState();
		undoNotice({
			id: 'products',
			message: t('duplicates.toldApart'),
			undo: () => void tellApart(ids, false),
			isLast: (state) => state.toldApart === toldApart,
		});
	}
	useAuditKeys({
		accept: keepOne,
		keep: () => void apart(),
		merge,
		previous: onPrevious,
		next: onNext,
	});

	return (
		<>
			<p className={screen.hint}>
				{t(`duplicates.kind.${group.kind}`)} {group.sameTitle && t('duplicates.sameTitle')}
			</p>
			<Radio.Group value={stays} onChange={setStays} aria-label={t('duplicates.which')}>
				<ul className={styles.members}>
					{products.map((product) => (
						<li key={product.id} data-left={left.has(product.id)}>
							<span className={styles.member}>
								<ProductPhoto product={product} />
							</span>
							<span className={styles.label} dir="auto">
								{titleOf(product)}
							</span>
							<span className={styles.facts} dir="auto">
								{[...labels.values()].flatMap((of) => of.get(product.id)?.label ?? []).join(' · ')}
							</span>
							<Radio
								value={product.id}
								label={t('duplicates.stays')}
								disabled={left.has(product.id)}
							/>
							{products.length > 2 && product.id !== stays && (
								<Checkbox
									label={t('duplicates.concerned')}
									aria-label={t('duplicates.without', { name: titleOf(product) })}
									checked={!left.has(product.id)}
									onChange={({ currentTarget: { checked } }) => {
										const next = new Set(left);
										if (checked) next.delete(product.id);
										else next.add(product.id);
										setLeft(next);
									}}
								/>
							)}
						</li>
					))}
				</ul>
			</Radio.Group>
			<p className={screen.hint}>
				{t('duplicates.hint')} {busy && t('duplicates.busy')}
			</p>
			<div className={styles.buttons}>
				<Button
					leftSection={<IconCheck size={17} aria-hidden />}
					disabled={busy || others.length === 0}
					onClick={keepOne}
				>
					{t('duplicates.keep')}
					<KeyHint letter="A" />
				</Button>
				<Button
					variant="default"
					leftSection={<IconArrowsJoin size={17} aria-hidden />}
					disabled={busy || others.length === 0}
					onClick={merge}
				>
					{t('duplicates.merge')}
					<KeyHint letter="M" />
				</Button>
				<Button
					variant="default"
					leftSection={<IconArrowsSplit2 size={17} aria-hidden />}
					disabled={others.length === 0}
					onClick={() => void apart()}
				>
					{t('duplicates.apart')}
					<KeyHint letter="K" />
				</Button>
			</div>
		</>
	);
}
