import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

declare module 'i18next' {
	interface CustomTypeOptions {
		/** Makes a key that is not in the text file a type error. */
		resources: { translation: typeof en };
		returnNull: false;
	}
}

void i18next.use(initReactI18next).init({
	lng: 'en',
	// What another language lacks.
	fallbackLng: 'en',
	load: 'currentOnly',
	resources: { en: { translation: en } },
	// React escapes.
	interpolation: { escapeValue: false },
	initAsync: false,
	showSupportNotice: false,
});

export { i18next };
