import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldTaxonomyId } from '../../../domain/field';
import type { TaxonomyChoice } from '../../../state/types';
import { useNotify } from '../../notify';
import { useAisle } from '../../store';
import { OnceOpened } from '../../widgets/OnceOpened';
import styles from './TaxonomySelect.module.css';

const PasteTaxonomyDialog = lazy(() => import('./PasteTaxonomyDialog'));
const RemoveTaxonomyDialog = lazy(() => import('./RemoveTaxonomyDialog'));

/** Not an id of any taxonomy: the entry that opens the dialog. */
const paste = 'paste…';

/** Which categories to sort into: prepared ones, own ones, or a list yet to be pasted. */
export default function TaxonomySelect() {
	const { t } = useTranslation();
	const notify = useNotify();
	const { taxonomies, taxonomyId, heads, activeHeads, choose, remove } = useAisle((state) => ({
		taxonomies: state.taxonomies,
		heads: state.heads,
		activeHeads: state.activeHeads,
		taxonomyId: state.taxonomyId,
		choose: state.chooseTaxonomy,
		remove: state.removeTaxonomy,
	}));
	const [pasting, setPasting] = useState(false);
	const [removing, setRemoving] = useState(false);
	const chosen = taxonomies.find(({ id }) => id === taxonomyId);
	const active = heads.filter(({ id, field }) => activeHeads[field] === id);
	const trained = active.map(({ field, name, version }) => ({
		value: fieldTaxonomyId(field),
		label: t('taxonomy.head', { field, name, version }),
	}));
	const there = chosen !== undefined || trained.some(({ value }) => value === taxonomyId);
	const items = (own: boolean) => taxonomies.filter((each) => each.own === own).map(asItem);

	async function removeChosen({ id, name }: TaxonomyChoice): Promise<void> {
		setRemoving(false);
		await remove(id);
		notify({ message: t('taxonomy.removed', { name }) });
	}

	return (
		<div className={styles.select}>
			<Select
				label={t('taxonomy.label')}
				className={styles.input}
				value={there ? taxonomyId : null}
				placeholder={t('taxonomy.loading')}
				allowDeselect={false}
				maxDropdownHeight={360}
				data={[
					...(trained.length > 0 ? [{ group: t('taxonomy.heads'), items: trained }] : []),
					{ group: t('taxonomy.prepared'), items: items(false) },
					{ group: t('taxonomy.own'), items: [...items(true), asPaste(t('taxonomy.paste'))] },
				]}
				onChange={(id) => {
					if (id === paste) setPasting(true);
					else if (id) void choose(id);
				}}
				renderOption={({ option }) => (
					<span className={styles.option}>
						<span>{option.label}</span>
						<span className={styles.count}>{countOf(option.value)}</span>
					</span>
				)}
			/>
			{chosen?.own && (
				<Tooltip label={t('taxonomy.remove', { name: chosen.name })}>
					<ActionIcon
						variant="default"
						size={36}
						aria-label={t('taxonomy.remove', { name: chosen.name })}
						onClick={() => setRemoving(true)}
					>
						<IconTrash size={17} aria-hidden />
					</ActionIcon>
				</Tooltip>
			)}
			<OnceOpened opened={removing}>
				{(shown) => (
					<RemoveTaxonomyDialog
						name={shown && chosen?.own ? chosen.name : null}
						onClose={() => setRemoving(false)}
						onRemove={() => chosen && void removeChosen(chosen)}
					/>
				)}
			</OnceOpened>
			<OnceOpened opened={pasting}>
				{(shown) => <PasteTaxonomyDialog opened={shown} onClose={() => setPasting(false)} />}
			</OnceOpened>
		</div>
	);

	function countOf(id: string): string {
		const head = active.find(({ field }) => fieldTaxonomyId(field) === id);
		if (head) return t('taxonomy.labels', { count: head.labels.length });
		const choice = taxonomies.find((each) => each.id === id);
		return choice ? t('taxonomy.count', { count: choice.categories }) : '';
	}
}

function asItem({ id, name }: TaxonomyChoice) {
	return { value: id, label: name };
}

function asPaste(label: string) {
	return { value: paste, label };
}
