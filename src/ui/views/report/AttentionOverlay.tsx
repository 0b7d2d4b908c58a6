import { Loader, Radio, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../../../domain/attention';
import { AppError, isCancelled } from '../../../domain/errors';
import type { Problem } from '../../../domain/product';
import { productsById } from '../../../state/selectors';
import { problemWords } from '../../errorMessages';
import { percent } from '../../quantities';
import { useAisle } from '../../store';
import { usePictureUrl } from '../../usePictureUrl';
import { HeatOverlay } from '../../widgets/HeatOverlay';
import { heatGradient } from '../../widgets/heatColours';
import { titleOf } from '../sort/useDeciding';
import styles from './AttentionOverlay.module.css';

interface AttentionOverlayProps {
	headId: string;
	productId: string;
	photoId: string;
}

/** What a head took a product for, and the places of its photo that speak for it. */
export function AttentionOverlay({ headId, productId, photoId }: AttentionOverlayProps) {
	const { t } = useTranslation();
	const { attention, problem } = useAttention({ headId, productId, photoId });
	const url = usePictureUrl(
		photoId,
		useAisle((state) => state.thumbnailUrl),
	);
	const product = useAisle((state) => productsById(state).get(productId));
	const [chosen, setChosen] = useState(0);
	const [shown, setShown] = useState(true);
	const words = problem && problemWords(t, problem);
	const answer = attention?.answers[chosen];
	const name = product ? titleOf(product) : '';
	const map = shown ? (answer?.map ?? null) : null;
	return (
		<section className={styles.attention} aria-label={t('report.attention.title')}>
			<h3 className={styles.title}>{t('report.attention.title')}</h3>
			{words ? (
				<p role="alert" className={styles.words}>
					{words.sentence} {words.remedy}
				</p>
			) : !attention ? (
				<output className={styles.loading}>
					<Loader size="sm" type="dots" />
					{t('report.attention.loading')}
				</output>
			) : !answer ? (
				<p className={styles.words}>{t('report.attention.unknown')}</p>
			) : (
				<div className={styles.sides}>
					{url && (
						<HeatOverlay
							url={url}
							map={map}
							alt={
								map
									? t('report.attention.alt', { product: name, label: answer.label })
									: t('report.attention.plain', { product: name })
							}
						/>
					)}
					<div className={styles.controls}>
						<Radio.Group
							label={t('report.attention.label')}
							value={String(chosen)}
							onChange={(value) => setChosen(Number(value))}
						>
							{attention.answers.map(({ label, probability }, rank) => (
								<Radio
									key={label}
									mt={6}
									value={String(rank)}
									label={t('report.attention.option', { label, percent: percent(t, probability) })}
								/>
							))}
						</Radio.Group>
						{answer.map ? (
							<>
								<Switch
									checked={shown}
									label={t('report.attention.overlay')}
									onChange={({ currentTarget }) => setShown(currentTarget.checked)}
								/>
								<p className={styles.words}>
									{t('report.attention.sentence', { label: answer.label })}
								</p>
								<div role="img" aria-label={t('report.attention.scale')} className={styles.scale}>
									<span>{t('report.attention.least')}</span>
									<span className={styles.ramp} style={{ background: heatGradient }} />
									<span>{t('report.attention.most')}</span>
								</div>
							</>
						) : (
							<p className={styles.words}>{t('report.attention.none')}</p>
						)}
						{attention.photoShare !== null && <PhotoShare share={attention.photoShare} />}
					</div>
				</div>
			)}
		</section>
	);
}

/** How the head weighed the photo against the title. */
function PhotoShare({ share }: { share: number }) {
	const { t } = useTranslation();
	return (
		<div className={styles.share}>
			<p className={styles.words}>
				{t('report.attention.weighs', { photo: percent(t, share), title: percent(t, 1 - share) })}
			</p>
			<span className={styles.balance} aria-hidden>
				<span style={{ width: `${share * 100}%` }} />
			</span>
		</div>
	);
}

function useAttention({ headId, productId, photoId }: AttentionOverlayProps) {
	const ask = useAisle((state) => state.attention);
	const [found, setFound] = useState<{ attention: Attention | null; problem: Problem | null }>({
		attention: null,
		problem: null,
	});
	const [bug, setBug] = useState<unknown>(null);
	useEffect(() => {
		const controller = new AbortController();
		setFound({ attention: null, problem: null });
		ask({ headId, productId, photoId }, controller.signal).then(
			(attention) => {
				if (!controller.signal.aborted) setFound({ attention, problem: null });
			},
			(error: unknown) => {
				if (controller.signal.aborted || isCancelled(error)) return;
				if (error instanceof AppError)
					setFound({ attention: null, problem: { code: error.code, detail: error.detail } });
				else setBug(error);
			},
		);
		return () => controller.abort();
	}, [ask, headId, productId, photoId]);
	// To the error boundary, as everything that is no AppError.
	if (bug) throw bug;
	return found;
}
