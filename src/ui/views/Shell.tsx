import { Alert, Anchor, Code, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconDatabaseX, IconPackage, IconStack2 } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../errorMessages';
import { type Route, useRoute } from '../routes';
import { useAisle } from '../store';
import { StopScreen } from '../widgets/StopScreen';
import { AddingFiles } from './AddingFiles';
import { Header } from './Header';
import { NewVersion } from './NewVersion';
import { ProductsPanel } from './products/ProductsPanel';
import styles from './Shell.module.css';
import { Sort } from './Sort';

/** What is not on the first screen comes when it is asked for: a seller need not wait for the analyst's charts. */
const Catalogue = lazy(() => import('./Catalogue'));
const Train = lazy(() => import('./Train'));
const Similar = lazy(() => import('./Similar'));
const Compare = lazy(() => import('./Compare'));
const Audit = lazy(() => import('./Audit'));
const Settings = lazy(() => import('./Settings'));

/** What stands around every screen, and what stands in their place when there is nothing to show. */
export function Shell() {
	const { phase, problem } = useAisle(({ phase, problem }) => ({ phase, problem }));
	const { t } = useTranslation();
	switch (phase) {
		case 'opening':
			return (
				<output className={styles.opening}>
					<Loader type="dots" />
					<Text c="dimmed">{t('stop.opening')}</Text>
				</output>
			);
		case 'elsewhere':
			return (
				<StopScreen icon={<IconStack2 />} title={t('stop.elsewhereTitle')}>
					<Text>{t('stop.elsewhereBody')}</Text>
				</StopScreen>
			);
		case 'broken': {
			const words = problem && problemWords(t, problem);
			return (
				<StopScreen icon={<IconDatabaseX />} title={t('stop.brokenTitle')}>
					<Text>{words?.sentence}</Text>
					<Text>{words?.remedy}</Text>
					<Reload />
				</StopScreen>
			);
		}
		case 'ready':
			return <Screens />;
	}
}

function Screens() {
	const { route } = useRoute();
	const { t } = useTranslation();
	const title = t('documentTitle', { screen: t(`nav.${route}`) });
	useEffect(() => {
		document.title = title;
	}, [title]);
	const modelsMissing = useAisle(({ models }) => models === 'not-prepared');
	return (
		<AddingFiles>
			<ProductsPanel>
				<button type="button" className={styles.skip} onClick={skipToMain}>
					{t('nav.skip')}
				</button>
				<Header route={route} />
				<ProblemBanner />
				<NewVersion />
				{modelsMissing && route !== 'settings' ? (
					<ModelsMissing />
				) : (
					<Suspense fallback={<Loader type="dots" className={styles.opening} />}>
						<Screen route={route} />
					</Suspense>
				)}
			</ProductsPanel>
		</AddingFiles>
	);
}

function Screen({ route }: { route: Route }) {
	switch (route) {
		case 'sort':
			return <Sort />;
		case 'catalogue':
			return <Catalogue />;
		case 'train':
			return <Train />;
		case 'compare':
			return <Compare />;
		case 'similar':
			return <Similar />;
		case 'audit':
			return <Audit />;
		case 'settings':
			return <Settings />;
	}
}

/** The hash belongs to the routes, so it is a button that moves the focus by hand. */
function skipToMain(): void {
	document.getElementById('main')?.focus();
}

function ModelsMissing() {
	const { t } = useTranslation();
	return (
		<StopScreen icon={<IconPackage />} title={t('stop.modelsTitle')}>
			<Text>{t('stop.modelsBody')}</Text>
			<Code block>{t('stop.modelsCommand')}</Code>
			<Reload />
		</StopScreen>
	);
}

function Reload() {
	const { t } = useTranslation();
	return (
		<Text>
			<Anchor component="button" type="button" onClick={() => window.location.reload()}>
				{t('stop.reload')}
			</Anchor>
		</Text>
	);
}

/** The last thing that went wrong as a whole; what went wrong with one product stands on its card. */
function ProblemBanner() {
	const { t } = useTranslation();
	const { problem, dismiss } = useAisle((state) => ({
		problem: state.problem,
		dismiss: state.dismissProblem,
	}));
	if (!problem || problem.code === 'models-not-prepared') return null;
	const { sentence, remedy } = problemWords(t, problem);
	return (
		<div className={styles.banner}>
			<Alert
				color="rust"
				icon={<IconAlertTriangle />}
				title={sentence}
				role="alert"
				withCloseButton
				closeButtonLabel={t('problem.dismiss')}
				onClose={dismiss}
			>
				{remedy}
			</Alert>
		</div>
	);
}
