import { i18next } from './text/i18n';

/** Languages there are words in, each by its own name. The codes are what `lang` and Intl take. */
export const languages = { en: 'English', 'zh-Hans': '简体中文' } as const;

export type Language = keyof typeof languages;

const key = 'aisle-language';

/**
 * The first language of `wanted` that there are words in; English without one.
 * @param wanted language tags, most wanted first: `zh-CN`
 */
export function languageFor(wanted: readonly string[]): Language {
	for (const tag of wanted) {
		const primary = tag.toLowerCase().split('-')[0];
		if (primary === 'en') return 'en';
		if (primary === 'zh') return 'zh-Hans';
	}
	return 'en';
}

/** What was chosen in Settings; `null`: the browser's own language. */
export function chosenLanguage(): Language | null {
	try {
		const stored = localStorage.getItem(key);
		return stored !== null && stored in languages ? (stored as Language) : null;
	} catch {
		// Where nothing may be stored, not even looking is allowed; the screen that says so needs words.
		return null;
	}
}

/** Remembers the choice (`null` forgets it) and speaks it from now on. */
export async function chooseLanguage(choice: Language | null): Promise<void> {
	if (choice === null) localStorage.removeItem(key);
	else localStorage.setItem(key, choice);
	await speak();
}

/** Loads the words of the language that is chosen, or that the browser asks for, and uses them. */
export async function speak(): Promise<void> {
	let language = chosenLanguage() ?? languageFor(navigator.languages);
	if (language === 'zh-Hans' && !i18next.hasResourceBundle(language, 'translation'))
		try {
			const { zh } = await import('./text/zh');
			i18next.addResourceBundle(language, 'translation', zh);
		} catch {
			// The file could not be had: better in English than not at all.
			language = 'en';
		}
	document.documentElement.lang = language;
	await i18next.changeLanguage(language);
}
