import { Button, Collapse } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../../../domain/advice';
import type { HeadSpecification } from '../../../domain/head';
import type { TrainRequest } from '../../../state/types.training';
import { useAisle } from '../../store';
import styles from './AdviceNote.module.css';
import { AdviceReasons } from './AdviceReasons';

interface AdviceNoteProps {
	/** What would be trained: its field and its split say which products are looked at. */
	request: TrainRequest;
	specification: HeadSpecification;
	disabled: boolean;
	onUse(settings: Advice['settings']): void;
}

/** What to try first with these labels, in a sentence; the figures behind it on demand. */
export function AdviceNote({ request, specification, disabled, onUse }: AdviceNoteProps) {
	const { t } = useTranslation();
	const id = useId();
	const [open, setOpen] = useState(false);
	const advice = useAdvice(request);
	if (!advice) return null;
	const { kind, perLabel, settings } = advice;
	const sentences = settings.modality === 'title' ? 'titleSentences' : 'sentences';
	return (
		<section className={styles.note} aria-labelledby={id}>
			<h2 id={id} className={styles.title}>
				<IconCompass size={18} aria-hidden />
				{t('advice.title')}
			</h2>
			<p className={styles.sentence}>{t(`advice.${sentences}.${kind}`, { perLabel })}</p>
			<div className={styles.buttons}>
				{isUsed(settings, specification) ? (
					<span className={styles.used}>{t('advice.used')}</span>
				) : (
					<Button size="xs" variant="light" disabled={disabled} onClick={() => onUse(settings)}>
						{t('advice.use')}
					</Button>
				)}
				<Button size="xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
					{t('advice.why')}
				</Button>
			</div>
			<Collapse expanded={open}>
				<AdviceReasons advice={advice} />
			</Collapse>
		</section>
	);
}

function isUsed(settings: Advice['settings'], specification: HeadSpecification): boolean {
	const names = Object.keys(settings) as (keyof Advice['settings'])[];
	return names.every(
		(name) =>
			(name === 'textFeatures' && settings.modality === 'photo') ||
			(name === 'stages' && settings.photoDepth === 'frozen') ||
			JSON.stringify(settings[name]) === JSON.stringify(specification[name]),
	);
}

/** Asked anew when labels, products or the split change and nothing runs; the last answer stays until the next one is there. */
function useAdvice({ specification, choice, ...request }: TrainRequest): Advice | null {
	const { advise, products, labels, busy } = useAisle((state) => ({
		advise: state.advise,
		products: state.products,
		labels: state.labels,
		// Photos may be about to be looked at, and the answer would be another one.
		busy: state.jobs.size > 0,
	}));
	const [advice, setAdvice] = useState<{ field: string; found: Advice | null } | null>(null);
	const { field, seed } = specification;
	const key = JSON.stringify({ field, seed, choice });
	// Of the request, only what the key says counts.
	useEffect(() => {
		if (busy) return;
		const cancel = new AbortController();
		advise({ ...request, specification, choice }, cancel.signal).then(
			(found) => setAdvice({ field, found }),
			// A form without advice is still a form; what is wrong with the models, the plan says.
			() => {},
		);
		return () => cancel.abort();
	}, [key, advise, products, labels, busy]);
	return advice?.field === field ? advice.found : null;
}
