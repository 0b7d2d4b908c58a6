import { advice } from './en.advice';
import { audit } from './en.audit';
import { catalogue } from './en.catalogue';
import { compare } from './en.compare';
import { device } from './en.device';
import { drop } from './en.drop';
import { duplicates } from './en.duplicates';
import { figures } from './en.figures';
import { groups } from './en.groups';
import { headFiles } from './en.headFiles';
import { labels } from './en.labels';
import { offline } from './en.offline';
import { photosOut } from './en.photosOut';
import { problems } from './en.problems';
import { products } from './en.products';
import { project } from './en.project';
import { recommend } from './en.recommend';
import { report } from './en.report';
import { shop } from './en.shop';
import { similar } from './en.similar';
import { sort } from './en.sort';
import { suspicious } from './en.suspicious';
import { train } from './en.train';
import { transfer } from './en.transfer';

/** Every visible English word. Another language is another file of this shape: `Words`. */
export const en = {
	problems,
	device,
	problem: {
		aFile: 'A file',
		anotherProduct: 'another product',
		aColumn: 'of that name',
		aLine: '?',
		dismiss: 'Dismiss',
	},
	nav: {
		label: 'Screens',
		skip: 'Skip to the products',
		sort: 'Sort',
		catalogue: 'Catalogue',
		train: 'Train',
		compare: 'Compare',
		similar: 'Similar',
		audit: 'Audit',
		settings: 'Settings',
	},
	privacy: {
		mark: 'Nothing leaves this device',
		title: 'Nothing leaves this device',
		body: 'The networks came with this page and run inside this tab. Photos, titles and decisions are stored by your browser, on this computer, and are never sent anywhere. It works with the cable out, too: see Settings, Offline.',
	},
	...sort,
	offline,
	catalogue,
	labels,
	drop,
	photosOut,
	headFiles,
	project,
	shop,
	figures,
	groups,
	products,
	train,
	transfer,
	advice,
	compare,
	report,
	similar,
	audit,
	suspicious,
	recommend,
	duplicates,
	delete: {
		title: 'Delete everything?',
		lead: 'This deletes from this device, for good:',
		counting: 'Counting what there is…',
		products_one: '{{count, number}} product',
		products_other: '{{count, number}} products',
		photos_one: '{{count, number}} photo, with its preview and what the networks saw in it',
		photos_other: '{{count, number}} photos, with their previews and what the networks saw in them',
		decisions_zero: 'no decisions',
		decisions_one: '{{count, number}} decision of yours',
		decisions_other: '{{count, number}} decisions of yours',
		taxonomies_one: '{{count, number}} list of categories you brought',
		taxonomies_other: '{{count, number}} lists of categories you brought',
		labels_one: '{{count, number}} label of a product',
		labels_other: '{{count, number}} labels of products',
		heads_one: '{{count, number}} trained head with its report',
		heads_other: '{{count, number}} trained heads with their reports',
		settings: 'all settings',
		bytes: 'About {{bytes}} on this device, the networks themselves included; those stay.',
		running: 'The import that is running is stopped first.',
		warning: 'It cannot be undone. Export the CSV first if you may still need it.',
		confirm: 'Delete everything',
		cancel: 'Keep it',
		done: 'Everything is deleted.',
	},
	settings: {
		title: 'Settings',
		deviceTitle: 'Networks and device',
		deviceLead:
			'At the first start Aisle tests what this device offers and takes what is right and fastest. You can choose for it.',
		storageTitle: 'Storage',
		storageLead: 'Everything lies in this browser, on this device.',
		products: 'Products',
		photos: 'Photos',
		decisions: 'Decisions',
		taxonomies: 'Own lists',
		labels: 'Labels',
		heads: 'Trained heads',
		bytes: 'Space used',
		languageTitle: 'Language',
		languageAuto: 'As the browser',
		languageHint:
			'The categories of Google and Shopify and the sample products are in English whatever is chosen here.',
		appearanceTitle: 'Appearance',
		scheme: 'Light or dark',
		light: 'Light',
		dark: 'Dark',
		auto: 'As the system',
		keysTitle: 'Keyboard',
		keys: 'Single-key shortcuts on the Sort screen',
		keysHint:
			'Switch them off if you speak to your computer, or if keys are pressed by accident. Arrow keys stay.',
	},
	stop: {
		opening: 'Opening your products…',
		elsewhereTitle: 'Aisle is open in another tab',
		elsewhereBody:
			'Two tabs at once could get in each other’s way, so this one waits. Close the other, and your products appear here.',
		brokenTitle: 'Your products could not be opened',
		modelsTitle: 'The networks are not there yet',
		modelsBody:
			'Aisle needs to make its networks ready once, which takes a minute or two. Run this where Aisle is installed, then reload:',
		modelsCommand: 'npm run models',
		reload: 'Reload',
	},
	crash: {
		title: 'Aisle has tripped over a bug of its own',
		body: 'Your products and decisions are stored and safe. Reload to go on. If you report this, the details below help.',
		details: 'Details',
		copy: 'Copy details',
		copied: 'Copied',
		reload: 'Reload',
	},
	documentTitle: '{{screen}} – Aisle',
	list: '{{items, list}}',
	named: '{{name}}: {{value}}',
	close: 'Close',
	percent: '{{count, number}} %',
	percentBelow: '< {{count, number}} %',
	lessThan: 'less than {{figure}}',
} as const;
