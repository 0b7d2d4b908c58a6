import type { ErrorCode } from '../../domain/errors';
import type { NoteCode } from '../../domain/product';

/** What happened, and what a person can do about it. An empty remedy: nothing needs doing. */
export interface ProblemWords {
	sentence: string;
	remedy: string;
}

/** `{{file}}` and the other names are filled in by errorMessages.ts. */
export const problems = {
	'photo-empty': {
		sentence: '{{file}} is empty: it has no bytes in it.',
		remedy: 'Copy it again from where it came from, then drop it once more.',
	},
	'photo-truncated': {
		sentence: '{{file}} breaks off half way.',
		remedy: 'The download or copy was probably interrupted. Fetch it again and drop it once more.',
	},
	'photo-not-decodable': {
		sentence: '{{file}} looks like a photo, but this browser cannot read it.',
		remedy: 'Open it in a photo program, save it as JPEG or PNG and drop that.',
	},
	'photo-heic': {
		sentence: '{{file}} is an iPhone photo (HEIC), which this browser cannot read.',
		remedy: 'Use Safari, or export it as JPEG. iPhone: Settings, Camera, Formats, Most Compatible.',
	},
	'photo-svg': {
		sentence: '{{file}} is a drawing (SVG), not a photo.',
		remedy: 'Save it as PNG or JPEG if it does show the product.',
	},
	'photo-not-a-picture': {
		sentence: '{{file}} has the name of a photo, but there is something else inside.',
		remedy: 'Check where it came from; often it is a web page saved in place of the picture.',
	},
	'photo-too-large': {
		sentence: '{{file}} has more pixels than this browser can open.',
		remedy: 'Make it smaller (4,000 pixels wide is plenty) and drop it again.',
	},
	'file-unreadable': {
		sentence: '{{file}} could not be read.',
		remedy: 'It may have been moved, or be open elsewhere. Drop it again.',
	},
	'file-unsupported': {
		sentence: '{{file}} is neither a photo, a table nor a zip.',
		remedy: 'Aisle takes JPEG, PNG, WebP, GIF, AVIF and BMP photos, CSV or TSV tables, and zips.',
	},
	'file-name-twice': {
		sentence: 'Several files are called {{file}}, so a table row that names it is ambiguous.',
		remedy: 'Give each its own name, or write its folder in the table as well.',
	},
	'file-not-written': {
		sentence: '{{file}} could not be written there.',
		remedy: 'The disk may be full, or the file open in another program. Choose another place.',
	},
	'file-too-large-here': {
		sentence: 'This browser cannot write a file of that size.',
		remedy: 'A normal window instead of a private one can, and so can Chrome or Edge.',
	},
	'zip-damaged': {
		sentence: '{{file}} is damaged and could not be unpacked to the end.',
		remedy: 'What could be read was kept. Make the zip again, or drop the folder itself.',
	},
	'zip-too-large': {
		sentence: '{{file}} would unpack to more than is safe on this device.',
		remedy: 'Unpack it yourself and drop the folder.',
	},
	'zip-encrypted': {
		sentence: '{{file}} is locked with a password.',
		remedy: 'Unpack it yourself and drop the folder.',
	},
	'zip-nested': {
		sentence: '{{file}} is a zip inside a zip inside a zip; it was left closed.',
		remedy: 'Unpack it yourself and drop what is inside.',
	},
	'csv-empty': {
		sentence: '{{file}} has no rows.',
		remedy: 'Check that the right sheet was exported.',
	},
	'csv-unclosed-quote': {
		sentence: '{{file}}, line {{lines}}: a quotation mark that opens there is never closed.',
		remedy: 'Add the missing mark there and drop the table again.',
	},
	'csv-doubled-column': {
		sentence: '{{file}} has more than one column “{{column}}”; the first is used.',
		remedy: 'Rename or remove the other one.',
	},
	'csv-no-known-column': {
		sentence: '{{file}} has no column Aisle knows.',
		remedy:
			'Call one of them title, photo, SKU or handle. Exports of Shopify and Google Merchant work as they are.',
	},
	'csv-row-malformed': {
		sentence: '{{file}}, line {{lines}}: the number of cells does not match the headings.',
		remedy: 'A separator inside a cell needs quotation marks around the cell.',
	},
	'csv-row-empty': {
		sentence: '{{file}}, line {{lines}}: neither a title nor a photo, so there is nothing to sort.',
		remedy: 'Fill in a title, or drop the photo that belongs to it.',
	},
	'csv-too-large': {
		sentence: '{{file}} is too large for a table.',
		remedy: 'Export it in several parts of at most 256 MB.',
	},
	'csv-photo-missing': {
		sentence: 'The photo {{photo}} named in the table was not among the files.',
		remedy: 'Drop it too, and it finds its way to this product. Until then the title has to do.',
	},
	'taxonomy-unreadable': {
		sentence: 'Line {{lines}} of this list could not be read as a category: {{text}}',
		remedy: 'Write one category a line, levels joined by “ > ”.',
	},
	'taxonomy-empty': {
		sentence: 'There is no category in this list.',
		remedy: 'Write one category a line, levels joined by “ > ”.',
	},
	'model-missing': {
		sentence: 'A file of Aisle could not be fetched: {{file}}.',
		remedy:
			'Check the connection and try again. If it works elsewhere, the file is missing on the server: run “npm run models”, build again and copy the whole folder.',
	},
	'model-damaged': {
		sentence: 'The server answers with something else in place of {{file}}.',
		remedy:
			'Nothing of it was stored. Whoever runs the server: run “npm run models”, build again and copy the whole folder.',
	},
	'models-not-prepared': {
		sentence: 'The networks have not been prepared yet.',
		remedy: 'Run “npm run models” where Aisle is installed, then reload.',
	},
	'backend-unavailable': {
		sentence: 'This device offers nothing that the networks can run on.',
		remedy: 'Update the browser, or use a current Chrome, Edge, Firefox or Safari.',
	},
	'backend-wrong-answers': {
		sentence: 'The chosen processor computed wrong answers in its self-test and is not used.',
		remedy: 'Choose another one in Settings. Updating the graphics driver often helps.',
	},
	'device-lost': {
		sentence: 'The graphics processor was lost in the middle of the work.',
		remedy: 'Nothing stored is lost. Go on, or choose another processor in Settings.',
	},
	'out-of-memory': {
		sentence: 'This device ran out of memory.',
		remedy: 'What is finished is kept. Close other tabs and go on.',
	},
	'worker-died': {
		sentence: 'A part of Aisle that runs in the background stopped.',
		remedy: 'What is finished is kept. Go on; if it happens again, reload.',
	},
	'head-nothing-labelled': {
		sentence: 'No product here has a label in “{{field}}”.',
		remedy: 'Label some on the Catalogue screen, or choose another field.',
	},
	'head-one-label': {
		sentence: 'All products to learn from have the same label, “{{label}}”: nothing to tell apart.',
		remedy: 'Label some products as something else. Two labels are enough to begin with.',
	},
	'head-nothing-to-learn': {
		sentence:
			'The split leaves nothing to learn from: no labelled product is in its training part.',
		remedy: 'Write “train” beside some products in the table, or let Aisle draw the split.',
	},
	'head-no-products': {
		sentence: 'None of the labelled products has what this head would look at.',
		remedy: 'Choose photo, title or both, whichever these products have.',
	},
	'head-source-unfit': {
		sentence: 'The head to begin from is gone, or does not look at the same as this one.',
		remedy:
			'Choose another head to begin from, or none; photo networks and titles have to be the same as its own.',
	},
	'head-source-saw-test': {
		sentence:
			'The head to begin from has already learned from products that this one would be tested by, so that the figures would flatter.',
		remedy: 'Begin from a head of other products, or begin afresh.',
	},
	'groups-nothing-known': {
		sentence: 'None of these products has what they were to be grouped by.',
		remedy: 'Group by photo, title or both, whichever these products have.',
	},
	'head-other-embeddings': {
		sentence: 'What was learnt belongs to other networks than the ones that run now.',
		remedy: 'Train it again, which is quick.',
	},
	'head-unreadable': {
		sentence: 'What was learnt could not be read.',
		remedy: 'Train it again, or bring the file once more.',
	},
	'head-export-differs': {
		sentence:
			'Read again, the file answered differently from Aisle: by up to {{difference}}, where {{tolerance}} is allowed. It is not handed out.',
		remedy: 'Let another processor look at the photos in Settings, and try again.',
	},
	'head-export-nothing': {
		sentence: 'There is no product here to check the file with, so it is not handed out.',
		remedy: 'Bring in a product that has what this head looks at, and sort it once.',
	},
	'head-export-unrunnable': {
		sentence: 'The file was written, but did not run when it was read again. It is not handed out.',
		remedy: 'Try another format, or another browser.',
	},
	'head-file-unknown': {
		sentence: 'No head was found in {{file}}. Nothing was changed.',
		remedy:
			'Choose a zip or an ONNX file that Aisle made, or model.json together with its other files.',
	},
	'head-file-not-aisle': {
		sentence:
			'{{file}} is a model, but not one that Aisle made, so nobody knows what goes into it. Nothing was changed.',
		remedy: 'Train a head on the same photos here; a Teachable Machine project has them.',
	},
	'head-file-damaged': {
		sentence: '{{file}} is not a head as Aisle writes it. Nothing was changed.',
		remedy: 'Copy it again from where it came from; a file that was edited is not taken.',
	},
	'head-file-zip': {
		sentence:
			'{{file}} is damaged and could not be unpacked, so no head was found in it. Nothing was changed.',
		remedy: 'Copy it again from where it came from; a download may have been cut short.',
	},
	'head-file-other-network': {
		sentence:
			'This head stands on the network “{{network}}”, in a version that is not here. Nothing was changed.',
		remedy: 'Take it out of an Aisle of the same version, or train it here again.',
	},
	'tuning-too-large': {
		sentence:
			'While the network learns, {{megabytes, number}} MB would have to be kept in memory; more than {{most, number}} MB is too much for a tab.',
		remedy:
			'Let fewer or later stages learn, choose the smaller network, or let only the head learn.',
	},
	'split-unknown-part': {
		sentence:
			'The column “{{column}}” assigns a product to “{{cell}}”, which is no part of a split.',
		remedy: 'Write train, validation or test in it, or let Aisle draw the split.',
	},
	'project-damaged': {
		sentence: 'This file is not a whole project of Aisle. Nothing was changed.',
		remedy: 'Copy it again from where it was saved; a download may have been cut short.',
	},
	'project-newer-version': {
		sentence: 'This project was saved by a newer version of Aisle. Nothing was changed.',
		remedy: 'Reload to get the newer version, then open it again.',
	},
	'address-not-secure': {
		sentence:
			'This address begins with http instead of https, and browsers let no such page store products or run networks.',
		remedy:
			'Open Aisle by an address that begins with https. On the computer that serves it, localhost will do.',
	},
	'storage-full': {
		sentence: 'The disk space this browser grants is full.',
		remedy: 'Free some space, or export what is done and delete it here. Nothing stored is lost.',
	},
	'storage-unavailable': {
		sentence: 'This browser does not let Aisle store anything.',
		remedy: 'Private windows often forbid it. Use a normal window, or allow site data.',
	},
	'storage-newer-version': {
		sentence: 'Your products were stored by a newer version of Aisle.',
		remedy: 'Reload to get the newer version. Nothing has been changed.',
	},
	'storage-other-tab': {
		sentence: 'Another tab has Aisle open.',
		remedy: 'Close the other one; this tab then takes over.',
	},
	'note-same-photo': {
		sentence: 'The same photo is also in {{other}}.',
		remedy: '',
	},
	'note-title-truncated': {
		sentence: 'The title is very long; only its beginning was read.',
		remedy: '',
	},
	'note-unknown-language-no-photo': {
		sentence:
			'The title is in a language the network does not know, and there is no photo to go by: the suggestions are guesses.',
		remedy: 'Add a photo, or an English title.',
	},
	'note-unknown-language': {
		sentence:
			'The title is in a language the network does not know, so the photo is trusted instead.',
		remedy: '',
	},
	'note-first-frame': {
		sentence: '{{file}} is animated; its first frame was used.',
		remedy: '',
	},
} satisfies Record<ErrorCode | NoteCode, ProblemWords>;
