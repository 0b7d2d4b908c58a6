import {
	convertCssVariables,
	DEFAULT_THEME,
	deepMerge,
	defaultCssVariablesResolver,
	mergeMantineTheme,
} from '@mantine/core';
import { cssVariablesResolver, theme } from './theme';

/**
 * Mantine would write the theme's variables into a `<style>` tag, which the Content-Security-Policy forbids
 * along with everything inline. A constructed style sheet is no inline style.
 */
export function adoptThemeVariables(): void {
	const merged = mergeMantineTheme(DEFAULT_THEME, theme);
	const variables = deepMerge(defaultCssVariablesResolver(merged), cssVariablesResolver(merged));
	const sheet = new CSSStyleSheet();
	// In the layer of Mantine's own styles: theme.css goes before both.
	sheet.replaceSync(`@layer mantine { ${convertCssVariables(variables, ':root')} }`);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
