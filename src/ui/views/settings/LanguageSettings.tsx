import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, chosenLanguage, type Language, languages } from '../../language';
import settings from '../Settings.module.css';

type Choice = Language | 'auto';

/** The language of the screens. Each is called by its own name, for whoever ended up in a wrong one. */
export function LanguageSettings() {
	const { t } = useTranslation();
	// Read anew whenever the words change, which they do after every choice.
	const choice: Choice = chosenLanguage() ?? 'auto';
	return (
		<section className={settings.section} aria-labelledby="language">
			<h2 className={settings.heading} id="language">
				{t('settings.languageTitle')}
			</h2>
			<p className={settings.lead}>{t('settings.languageHint')}</p>
			<SegmentedControl
				aria-labelledby="language"
				value={choice}
				onChange={(wanted) => void chooseLanguage(wanted === 'auto' ? null : wanted)}
				data={[
					{ value: 'auto' as const, label: t('settings.languageAuto') },
					...Object.entries(languages).map(([value, name]) => ({
						value: value as Language,
						label: <span lang={value}>{name}</span>,
					})),
				]}
			/>
		</section>
	);
}
