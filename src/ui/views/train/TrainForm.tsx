import { Button, Collapse, Select, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconSchool } from '@tabler/icons-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HeadSpecification, isDeep } from '../../../domain/head';
import type { TrainingPlan } from '../../../domain/trainingPlan';
import type { PhotoNetwork, TrainRequest } from '../../../state/types.training';
import { useAisle } from '../../store';
import { AdvancedSettings } from './AdvancedSettings';
import { AdviceNote } from './AdviceNote';
import { CarriedSetting } from './CarriedSetting';
import { carriedHeads } from './carriedHeads';
import { newDraft, requestOf, splitColumn, type TrainDraft } from './draft';
import { InputSettings } from './InputSettings';
import { KindSettings } from './KindSettings';
import { PlanWords } from './PlanWords';
import { SelfTrainingSetting } from './SelfTrainingSetting';
import { SplitSettings } from './SplitSettings';
import styles from './TrainForm.module.css';
import { TrainingProblem } from './TrainingProblem';
import screen from './TrainScreen.module.css';

interface TrainFormProps {
	fields: string[];
	/** The one that has seen most photos first. */
	networks: PhotoNetwork[];
}

/** Everything that decides what a head becomes, and what would come of it. */
export function TrainForm({ fields, networks }: TrainFormProps) {
	const { t } = useTranslation();
	const { labels, products, heads, train, training } = useAisle((state) => ({
		heads: state.heads,
		labels: state.labels,
		products: state.products,
		train: state.train,
		training: state.training,
	}));
	const [draft, setDraft] = useState<TrainDraft>(() => newDraft(fields[0] ?? '', networks[0]?.id));
	const [advanced, setAdvanced] = useState(false);
	const column = useMemo(() => splitColumn(products), [products]);
	// The field may have been renamed or deleted on another screen.
	const known = fields.includes(draft.specification.field)
		? draft
		: change({ field: fields[0] ?? '' });
	const sources = carriedHeads(heads, known.specification);
	const chosen = sources.some(({ id }) => id === known.specification.carried?.headId)
		? known
		: { ...known, specification: { ...known.specification, carried: null } };
	const { specification } = chosen;
	const request = requestOf(chosen, column);
	const plan = usePlan(request);
	const busy = training !== null;
	const noNetwork = specification.modality !== 'title' && specification.backbones.length === 0;

	function change(specification: Partial<HeadSpecification>): TrainDraft {
		return { ...draft, specification: { ...draft.specification, ...specification } };
	}
	const set = (specification: Partial<HeadSpecification>): void => setDraft(change(specification));

	function start(event: FormEvent): void {
		event.preventDefault();
		if (!busy && plan && !plan.problem && !noNetwork) void train(request);
	}

	return (
		<form className={screen.card} aria-label={t('train.form')} onSubmit={start}>
			<fieldset className={styles.settings} disabled={busy}>
				<Select
					label={t('train.field')}
					value={specification.field}
					disabled={busy}
					allowDeselect={false}
					data={fields.map((field) => ({
						value: field,
						label: t('train.fieldOption', {
							field,
							labels: labelCount(labels.get(field)),
							products: labels.get(field)?.size ?? 0,
						}),
					}))}
					onChange={(field) => field !== null && set({ field })}
				/>
				<AdviceNote request={request} specification={specification} disabled={busy} onUse={set} />
				<InputSettings
					specification={specification}
					disabled={busy}
					networks={networks}
					onChange={set}
				/>
				<KindSettings specification={specification} plan={plan} disabled={busy} onChange={set} />
				<CarriedSetting
					heads={sources}
					carried={specification.carried}
					disabled={busy}
					onChange={(carried) => set({ carried })}
				/>
				<SelfTrainingSetting specification={specification} disabled={busy} onChange={set} />
				<SplitSettings
					draft={chosen}
					column={column}
					plan={plan}
					disabled={busy}
					onChange={(changed) => setDraft({ ...chosen, ...changed })}
				/>
				<div>
					<UnstyledButton
						className={styles.advanced}
						aria-expanded={advanced}
						onClick={() => setAdvanced(!advanced)}
					>
						<IconChevronDown size={17} aria-hidden data-open={advanced} />
						{t('train.advanced')}
					</UnstyledButton>
					<Collapse expanded={advanced}>
						<AdvancedSettings
							draft={chosen}
							disabled={busy}
							onChange={(changed) => setDraft({ ...chosen, ...changed })}
						/>
					</Collapse>
				</div>
				<TextInput
					label={t('train.name')}
					value={draft.name}
					placeholder={specification.field}
					disabled={busy}
					maxLength={80}
					onChange={({ currentTarget }) => setDraft({ ...chosen, name: currentTarget.value })}
				/>
			</fieldset>
			<PlanWords plan={plan} field={specification.field} deep={isDeep(specification)} />
			<TrainingProblem />
			<Button
				type="submit"
				size="lg"
				fullWidth
				loading={busy}
				disabled={!plan || plan.problem !== null || noNetwork}
				leftSection={<IconSchool size={20} aria-hidden />}
			>
				{t('train.start')}
			</Button>
		</form>
	);
}

function labelCount(labels: ReadonlyMap<string, { label: string }> | undefined): number {
	return new Set([...(labels?.values() ?? [])].map(({ label }) => label)).size;
}

/**
 * What the request would do; the last answer stays until the next one is there, unless a network learns along: then
 * it would be off by minutes.
 */
function usePlan(request: TrainRequest): TrainingPlan | null {
	const { planTraining, products, labels, training } = useAisle((state) => ({
		planTraining: state.planTraining,
		products: state.products,
		labels: state.labels,
		training: state.training,
	}));
	const [answer, setAnswer] = useState<{ settings: string; plan: TrainingPlan } | null>(null);
	// Only what is in it counts: it is made anew at every render. The action reads products and labels.
	const key = JSON.stringify(request);
	const settings = JSON.stringify(request.specification);
	useEffect(() => {
		if (training) return;
		let late = false;
		void planTraining(JSON.parse(key) as TrainRequest).then((found) => {
			if (!late) setAnswer({ settings, plan: found });
		});
		return () => {
			late = true;
		};
	}, [key, settings, planTraining, products, labels, training]);
	// Another name changes nothing.
	const isOther = answer !== null && answer.settings !== settings && isDeep(request.specification);
	return isOther ? null : (answer?.plan ?? null);
}
