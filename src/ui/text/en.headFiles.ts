/** Heads as files of other programs, out and in. */
export const headFiles = {
	takeAway: 'Take away…',
	title: 'Take “{{name}}” away',
	lead: 'As a file for other programs. Before you get it, it is read again in this tab, asked about ten of your products, and compared with what Aisle answers.',
	choice: 'What for',
	formats: {
		tfjs: {
			name: 'A web page of your own',
			term: 'TensorFlow.js layers model',
		},
		'teachable-machine': {
			name: 'Whatever takes Teachable Machine models',
			term: 'Teachable Machine image model',
		},
		onnx: {
			name: 'Servers, scripts and batch engines',
			term: 'ONNX',
		},
	},
	inside: 'With the network that looks at the photos',
	insideHint: 'Photos of 224 × 224 pixels go in. Larger.',
	alone: 'The head alone',
	aloneHint: 'What the networks made of a product goes in: for embeddings you keep. Small.',
	content: 'What goes into the file',
	refusedTitle: 'This head cannot be taken away',
	notFor: {
		fused:
			'Only heads that put photo and title side by side can be: this one asks of each product what it has.',
		words:
			'Only heads that read titles by their meaning can be: this one counts words, and what counts them stays here.',
		knn: 'This head looks for its most similar products, which this format cannot express. ONNX can.',
		ownNetwork:
			'The network that this head stands on learned from your products and is nowhere else: take it with its network.',
		titleInside:
			'This head looks at titles, and the network that reads them stays here: take the head alone.',
		photosOnly: 'Only for heads that look at photos alone.',
		kinds:
			'Only for “Weighing up” and “Small neural network”, which is what Teachable Machine itself trains.',
	},
	carries:
		'The file also says how photos have to be prepared, and carries the labels and the report. It names products by number alone.',
	make: 'Make and check the file',
	label: 'Taking a head away',
	cancelHint: 'No file is made.',
	checkedTitle: 'The file answers as Aisle does',
	checked_one:
		'Asked about {{count, number}} product. Largest difference between its probabilities and Aisle’s: {{difference}} ({{tolerance}} is allowed).',
	checked_other:
		'Asked about {{count, number}} products. Largest difference between its probabilities and Aisle’s: {{difference}} ({{tolerance}} is allowed).',
	download: 'Download {{name}} ({{size}})',
	another: 'Another format',
	bringIn: 'Bring a head in…',
	bringInHint:
		'A zip or an ONNX file that was taken away from Aisle, here or elsewhere. It can also be dropped on this screen.',
	broughtIn: '“{{name}}” is here.',
	importing: 'Bringing a head in',
	importCancelHint: 'Nothing is changed.',
	imported: 'Brought in',
	importedHint: {
		tfjs: 'From a TensorFlow.js model. The products it learned from are not here.',
		'teachable-machine':
			'From a Teachable Machine model. The products it learned from are not here.',
		onnx: 'From an ONNX file. The products it learned from are not here.',
	},
} as const;
