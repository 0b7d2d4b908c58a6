import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { I18nextProvider } from 'react-i18next';
import type { AisleStore } from '../state/store';
import { AnnouncerProvider } from './announcer';
import { ErrorBoundary } from './ErrorBoundary';
import { StoreContext } from './store';
import { i18next } from './text/i18n';
import { theme } from './theme';
import { Shell } from './views/Shell';

export function App({ store }: { store: AisleStore }) {
	return (
		<I18nextProvider i18n={i18next}>
			<MantineProvider
				theme={theme}
				defaultColorScheme="auto"
				// Both would be inline styles: themeVariables.ts brings the first, and nothing uses the second.
				withCssVariables={false}
				withGlobalClasses={false}
			>
				<ErrorBoundary>
					<StoreContext value={store}>
						<AnnouncerProvider>
							<Notifications position="bottom-center" limit={3} autoClose={8000} />
							<Shell />
						</AnnouncerProvider>
					</StoreContext>
				</ErrorBoundary>
			</MantineProvider>
		</I18nextProvider>
	);
}
