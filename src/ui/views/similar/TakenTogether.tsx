import { Button, FileButton, Select, Table } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { list, precisePercent } from '../../quantities';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import { JobBar } from '../../widgets/JobBar';
import { twoPlaces } from '../audit/suspicionWords';
import screen from '../train/TrainScreen.module.css';
import styles from './AskFor.module.css';

interface TakenTogetherProps {
	/** 0–100: how much counts what people took together. */
	share: number;
	onShare(share: number): void;
}

/** Lines that are named; of more, that there are more. */
const linesShown = 20;

/** Recommending by a table of who took what, and which blend of that and content works on it. */
export function TakenTogether({ share, onShare }: TakenTogetherProps) {
	const { t, i18n } = useTranslation();
	const { interactions, blends, job, bring, forget, cancel } = useAisle((state) => ({
		interactions: state.interactions,
		blends: state.blends,
		job: state.jobs.get('recommend'),
		bring: state.bringInteractions,
		forget: state.forgetInteractions,
		cancel: state.cancel,
	}));
	const figures = blends && blends.people > 0 ? blends.figures : [];
	const best = figures.reduce<(typeof figures)[number] | null>(
		(most, each) => (most && most.ndcg >= each.ndcg ? most : each),
		null,
	);
	const bestShare = best && Math.round(100 * best.together);
	useEffect(() => {
		if (bestShare !== null) onShare(bestShare);
		// Once for each measurement: afterwards it is the person's.
	}, [blends]);
	const lines = interactions?.unmatched.slice(0, linesShown).map(String) ?? [];
	return (
		<section className={screen.card} aria-label={t('recommend.title')}>
			<h2 className={screen.heading}>{t('recommend.title')}</h2>
			{!interactions && <p className={screen.hint}>{t('recommend.lead')}</p>}
			<FileButton
				accept=".csv,.tsv,.txt,text/csv"
				inputProps={{ 'aria-label': t('recommend.bring') }}
				onChange={(file) => file && void bring(file)}
			>
				{(props) => (
					<Button
						{...props}
						fullWidth
						variant="default"
						disabled={job !== undefined}
						leftSection={<IconUsersGroup size={18} aria-hidden />}
					>
						{t('recommend.bring')}
					</Button>
				)}
			</FileButton>
			<p className={styles.hint}>{t('recommend.hint')}</p>
			{job && (
				<JobBar
					job={job}
					label={t('recommend.running')}
					cancelHint={t('recommend.cancelHint')}
					onCancel={() => cancel('recommend')}
				/>
			)}
			{interactions && (
				<p>
					{t('recommend.read', {
						file: interactions.file,
						people: t('recommend.people', { count: interactions.people }),
						products: t('recommend.products', { count: interactions.products }),
					})}
				</p>
			)}
			{interactions && interactions.unmatched.length > 0 && (
				<p className={screen.hint}>
					{t('recommend.unmatched', {
						count: interactions.unmatched.length,
						lines:
							interactions.unmatched.length > linesShown
								? t('recommend.andMore', { lines: list(t, lines) })
								: list(t, lines),
					})}
				</p>
			)}
			{blends?.people === 0 && <p className={screen.hint}>{t('recommend.nobody')}</p>}
			{blends && best && (
				<>
					<p className={screen.hint}>
						{t('recommend.measured', { count: blends.people })}{' '}
						<Explained name={t('recommend.methodName')}>{t('recommend.method')}</Explained>
					</p>
					<Table aria-label={t('recommend.table')}>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t('recommend.blend')}</Table.Th>
								<Table.Th>{t('recommend.hitRate')}</Table.Th>
								<Table.Th>{t('recommend.ndcg')}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{figures.map((each) => (
								<Table.Tr key={each.together}>
									<Table.Th scope="row">
										{each === best
											? t('recommend.best', { blend: blendName(t, each.together) })
											: blendName(t, each.together)}
									</Table.Th>
									<Table.Td>{precisePercent(t, each.hitRate)}</Table.Td>
									<Table.Td>{twoPlaces(i18n.language, each.ndcg)}</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
					<Select
						mt="md"
						label={t('recommend.use')}
						value={String(share)}
						allowDeselect={false}
						data={figures.map(({ together }) => ({
							value: String(Math.round(100 * together)),
							label: blendName(t, together),
						}))}
						onChange={(value) => onShare(Number(value))}
					/>
				</>
			)}
			{interactions && !job && (
				<Button
					mt="sm"
					size="compact-sm"
					variant="subtle"
					onClick={() => {
						forget();
						onShare(0);
					}}
				>
					{t('recommend.forget')}
				</Button>
			)}
		</section>
	);
}

function blendName(t: TFunction, together: number): string {
	if (together === 0) return t('recommend.content');
	if (together === 1) return t('recommend.together');
	return t('recommend.part', { percent: t('percent', { count: Math.round(100 * together) }) });
}
