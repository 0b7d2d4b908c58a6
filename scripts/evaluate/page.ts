import type { PageHarness } from '../../bench/harness/pageHarness';
import {
	assertAccepts,
	defaultSpecification,
	type HeadSpecification,
	type TrainedHead,
	withFusion,
} from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import type { Report } from '../../src/domain/report';
import { defaultShares, type SplitShares } from '../../src/domain/split';
import { decodeHead, encodeHead } from '../../src/formats/headFile';
import { overrideBackend } from '../../src/jobs/chooseBackend';
import { inputGroups } from '../../src/jobs/duplicateGroups';
import { embedViews } from '../../src/jobs/embedViews';
import { evaluateHead } from '../../src/jobs/evaluateHead';
import { headInputs, toClassify } from '../../src/jobs/labelledProducts';
import { learnBackend } from '../../src/jobs/learnBackend';
import { makeSplit } from '../../src/jobs/makeSplit';
import { trainHead } from '../../src/jobs/trainHead';
import { allPhotos } from '../../src/storage/photos';
import { assignmentOf, refusal, titled } from './labels';
import type { EvaluateOptions } from './options';
import { type Skipped, skipped } from './skipped';

/** What the page hands back to Node. */
export interface PageResult {
	report: Report | null;
	head: Pick<TrainedHead, 'specification' | 'chosen' | 'heldOut' | 'curve' | 'seconds' | 'name'> & {
		labels: string[];
		temperature: number;
	};
	/** The head as a file, base64; only when it is to be saved. */
	file: string | null;
	/** By product id: what to call it. */
	names: Record<string, string>;
	predictions: Prediction[];
	skipped: Skipped[];
	seconds: { load: number; embed: number; train: number; total: number };
	photosEmbedded: number;
	backend: { photos: string | null; titles: string | null; head: string };
}

/** The data do not have what the command line names. */
export interface Refusal {
	refused: string;
}

export interface Prediction {
	file: string;
	title: string;
	/** Best first. */
	ranked: { label: string; probability: number }[];
}

const predictionRanks = 3;

/** Nothing is left to learn for a finished head. */
const allForTest: SplitShares = { validation: 0, test: 1 };

/** The whole of `npm run evaluate`, on the app's own jobs. */
export async function evaluateData(
	harness: PageHarness,
	input: { options: EvaluateOptions; loaded: string | null },
	job: JobContext,
): Promise<PageResult | Refusal> {
	const { services, manifest } = harness;
	const ready = input.loaded === null ? null : decodeHead(bytesOf(input.loaded));
	// A finished head knows what it looks at, whatever the command line says.
	const options: EvaluateOptions = ready ? { ...input.options, ...lookedAt(ready) } : input.options;
	const begin = performance.now();
	const problems = await harness.bringIn(0, job);
	const stored = await harness.products();
	const networks = manifest.models.filter(({ kind }) => kind === 'backbone').map(({ id }) => id);
	const refused = refusal(stored, options, networks, ready !== null);
	if (refused !== null) return { refused };
	const products = stored.map((product) => titled(product, options));
	const embedded = await embed(harness, products, options, job);
	const assignments = products
		.map((product) => assignmentOf(product, options.field))
		.filter((assignment) => assignment !== null)
		// Photos to predict lie in some folder, which need not be named for a class.
		.filter(({ by, label }) => !ready || by === 'column' || ready.model.labels.includes(label));
	const specification: HeadSpecification = {
		...withFusion(defaultSpecification, options.fusion),
		kind: options.head,
		textFeatures: options.text,
		field: options.field,
		modality: options.modality,
		backbones: options.modality === 'title' ? [] : options.backbones,
		sampling: options.sampling,
		augmentations: options.augmentations,
		epochs: options.epochs ?? defaultSpecification.epochs,
		seed: options.seed,
	};
	const backend = options.device === 'webgpu' ? 'webgpu' : learnBackend();
	const inputs = headInputs(specification, manifest);
	const groups = await inputGroups(services, { products, inputs, backend }, job);
	const given = products.some(({ attributes }) => attributes[options.splitColumn ?? '']);
	const split = makeSplit({
		field: options.field,
		products,
		assignments,
		groups,
		choice:
			given && options.splitColumn !== null
				? { by: 'column', column: options.splitColumn }
				: {
						by: 'seed',
						seed: options.seed,
						shares: options.measureAll ? allForTest : defaultShares,
					},
	});
	const head =
		ready ??
		(await trainHead(
			services,
			manifest,
			{ specification, name: options.head, products, assignments, split, groups, backend },
			job,
		));
	const offered = headInputs(specification, manifest).map(({ stamp }) => stamp);
	assertAccepts(head.model, offered);
	const measured = assignments.some(
		({ productId, label }) =>
			split.parts.get(productId) === 'test' && head.model.labels.includes(label),
	);
	const report = measured
		? await evaluateHead(services, { head, products, assignments, split }, job)
		: null;
	const labelled = new Set(assignments.map(({ productId }) => productId));
	const unlabelled = products.filter(({ id }) => !labelled.has(id));
	const broken = (await allPhotos()).filter(({ problem }) => problem);
	const { chosen, heldOut, curve, seconds, name, model } = head;
	return {
		report,
		head: {
			specification: head.specification,
			chosen,
			heldOut,
			curve,
			seconds,
			name,
			labels: model.labels,
			temperature: model.temperature,
		},
		file: options.save ? base64(encodeHead(head)) : null,
		names: Object.fromEntries(products.map((product) => [product.id, nameOf(product)])),
		predictions: options.predict ? await predict(harness, head, unlabelled, job) : [],
		skipped: [
			...broken.map(({ id, problem }) => ({
				file: pathOf(products, id) ?? id,
				reason: problem?.code ?? '',
			})),
			...skipped([...problems, ...products.flatMap((product) => product.problems)]),
		],
		seconds: {
			load: embedded.load,
			embed: embedded.embed,
			train: ready ? 0 : seconds,
			total: (performance.now() - begin) / 1000,
		},
		photosEmbedded: embedded.photos,
		backend: { photos: embedded.photoBackend, titles: embedded.titleBackend, head: head.backend },
	};
}

function lookedAt({ specification, field, model }: TrainedHead) {
	const { modality, backbones, kind, fusion, textFeatures } = specification;
	return {
		modality,
		backbones,
		fusion,
		text: textFeatures,
		augmentations: model.views,
		head: kind,
		field,
	};
}

async function embed(
	harness: PageHarness,
	products: Product[],
	{ modality, backbones, device, augmentations, text }: EvaluateOptions,
	job: JobContext,
) {
	const sum = {
		load: 0,
		embed: 0,
		photos: 0,
		photoBackend: null as string | null,
		titleBackend: null as string | null,
	};
	const add = ({ load, embed }: { load: number; embed: number }): void => {
		sum.load += load;
		sum.embed += embed;
	};
	const photoIds = products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId));
	if (modality !== 'title')
		for (const backbone of backbones) {
			await overrideBackend(backbone, device);
			const done = await harness.embed({ products, backbone, titles: false }, job);
			add(done.seconds);
			sum.photos += done.embeddedPhotos;
			if (augmentations.length > 0 && done.photos) {
				const before = performance.now();
				const input = { photoIds, views: augmentations, engine: done.photos };
				sum.photos += await embedViews(harness.services, input, job);
				sum.embed += (performance.now() - before) / 1000;
			}
			sum.photoBackend = done.photos?.current().ready.backend ?? null;
		}
	if (modality !== 'photo' && text === 'bert') {
		const done = await harness.embed({ products, backbone: null, titles: true }, job);
		add(done.seconds);
		sum.titleBackend = done.titles?.current().ready.backend ?? null;
	}
	return sum;
}

async function predict(
	{ services }: PageHarness,
	head: TrainedHead,
	products: Product[],
	job: JobContext,
): Promise<Prediction[]> {
	const packed = await services.learn.remote.predict(
		{ model: head.model, products: products.map(toClassify), ranks: predictionRanks, sureAt: null },
		job,
	);
	return products.map((product, row) => ({
		file: nameOf(product),
		title: product.title,
		ranked: Array.from({ length: packed.ranks }, (_, rank) => row * packed.ranks + rank)
			.filter((at) => (packed.ranked[at] ?? -1) >= 0)
			.map((at) => ({
				label: packed.nodes[packed.ranked[at] as number] as string,
				probability: packed.probabilities[at] as number,
			})),
	}));
}

function nameOf(product: Product): string {
	return product.photos[0]?.path ?? product.name;
}

function pathOf(products: Product[], photoId: string): string | undefined {
	for (const { photos } of products)
		for (const photo of photos) if (photo.photoId === photoId) return photo.path;
	return undefined;
}

function bytesOf(base64: string): Uint8Array {
	return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
	let text = '';
	// In pieces: a call takes only so many arguments.
	for (let start = 0; start < bytes.length; start += 0x8000)
		text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
	return btoa(text);
}
