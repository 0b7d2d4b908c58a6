import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import styles from './theme.module.css';

/** Spruce: the one colour that says "Aisle", for what can be done and what is sure. */
const pine: MantineColorsTuple = [
	'#ebf6f1',
	'#d3eae0',
	'#a8d6c3',
	'#7ac6a6',
	'#5ccaa0',
	'#2f9a76',
	'#1f7f5f',
	'#17694f',
	'#11543f',
	'#0a3b2c',
];

const amber: MantineColorsTuple = [
	'#fff6e3',
	'#fdeac4',
	'#f8d58a',
	'#f0be5a',
	'#e3a633',
	'#c08313',
	'#a06a05',
	'#845600',
	'#6a4500',
	'#4d3200',
];

const rust: MantineColorsTuple = [
	'#fdeeeb',
	'#f9d9d3',
	'#f3b3a9',
	'#ff9d90',
	'#ec7565',
	'#d5503f',
	'#bf3a2b',
	'#a82e20',
	'#8a2419',
	'#651a12',
];

/** Greys with a little warmth, like paper and cardboard. */
const gray: MantineColorsTuple = [
	'#faf9f6',
	'#f5f3ee',
	'#eceae3',
	'#e1ded5',
	'#cfcbc0',
	'#a5a195',
	'#66645a',
	'#4b4a42',
	'#33322d',
	'#1d211e',
];

/** The dark scheme's own greys, with a breath of green. */
const dark: MantineColorsTuple = [
	'#eceee9',
	'#c9cec8',
	'#a0a8a1',
	'#7d8780',
	'#39413c',
	'#2c332e',
	'#222824',
	'#191d1a',
	'#121513',
	'#0c0e0d',
];

/** The washes of light buttons are the screens' own, so that they read the same in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
	const pine = {
		'--mantine-color-pine-light': 'var(--aisle-likely)',
		'--mantine-color-pine-light-hover': 'var(--aisle-accent-wash)',
		'--mantine-color-pine-light-color': 'var(--aisle-accent)',
	};
	return { variables: {}, light: pine, dark: pine };
};

export const theme = createTheme({
	colors: { pine, amber, rust, gray, dark },
	primaryColor: 'pine',
	// Both dark enough for white words on them.
	primaryShade: { light: 7, dark: 6 },
	black: '#1d211e',
	fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
	fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
	headings: { fontFamily: 'var(--aisle-display)', fontWeight: '600' },
	defaultRadius: 'md',
	radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
	cursorType: 'pointer',
	focusRing: 'auto',
	components: {
		Alert: { defaultProps: { radius: 'lg', classNames: { root: styles.alert } } },
		Tooltip: {
			defaultProps: { openDelay: 300, multiline: true, maw: 300, withArrow: true, fz: 'sm' },
		},
		// Holding the page still would take an inline style: theme.css does it.
		Drawer: { defaultProps: { lockScroll: false } },
		Modal: {
			defaultProps: {
				lockScroll: false,
				radius: 'lg',
				overlayProps: { backgroundOpacity: 0.45, blur: 2 },
				// It is made as <header>, which in a dialog would be a second banner of the page.
				attributes: { header: { role: 'presentation' } },
				classNames: {
					content: styles.modalContent,
					header: styles.modalHeader,
					body: styles.modalBody,
					title: styles.modalTitle,
				},
			},
		},
		Popover: { defaultProps: { radius: 'md', shadow: 'md' } },
		// Menus and lists stay within the landmark of their button.
		Menu: {
			defaultProps: {
				radius: 'md',
				shadow: 'md',
				position: 'bottom-end',
				withinPortal: false,
				// It is no item, and a menu may hold nothing else: the first item has the focus.
				withInitialFocusPlaceholder: false,
			},
		},
		Select: { defaultProps: { comboboxProps: { withinPortal: false, shadow: 'md' } } },
	},
});
