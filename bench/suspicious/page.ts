import { assignmentOf } from '../../scripts/evaluate/labels';
import type { JobContext } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import { type Suspicion, type SuspicionKind, suspicionKinds } from '../../src/domain/suspicion';
import { sortBackbone } from '../../src/jobs/modelEntries';
import { openSearch } from '../../src/jobs/similar';
import { lookForSuspicious } from '../../src/jobs/suspicious';
import { normalPair, seededRandom, shuffled } from '../../src/maths/seededRandom';
import type { PageHarness } from '../harness/pageHarness';

export interface PlantingListings {
	/** Products of each kind of error. */
	each: number;
	seed: number;
}

/** Of one kind of suspicion. */
export interface FoundListings {
	kind: SuspicionKind;
	/** Errors of this kind that were planted. */
	planted: number;
	listed: number;
	/** Of those listed: planted ones of this kind, and of any. */
	hits: number;
	plantedOfAny: number;
	/** Before anything was planted: what the catalogue has of itself. */
	before: number;
}

const field = 'articleType';

/** Plants errors in the listings of folder 0 and looks for them; folder 1 has photos that belong to nothing there. */
export async function plantListings(
	harness: PageHarness,
	{ each, seed }: PlantingListings,
	job: JobContext,
): Promise<FoundListings[]> {
	await harness.bringIn(0, job);
	await harness.bringIn(1, job);
	const all = await harness.products();
	const backbone = sortBackbone(harness.manifest).id;
	await harness.embed({ products: all, backbone, titles: true }, job);
	const strangers = all.filter((product) => !assignmentOf(product, field));
	const random = seededRandom(seed);
	const products = all
		.filter((product) => assignmentOf(product, field))
		.map((product) => priced(product, random));
	const before = await look(harness, products, job);
	const { wrong, planted } = withErrors(products, strangers, each, random);
	const found = await look(harness, wrong, job);
	const rowOf = new Map(wrong.map(({ id }, row) => [id, row]));
	return suspicionKinds.map((kind) => {
		const listed = found.filter((suspicion) => suspicion.kind === kind);
		// A shared photo is a suspicion of all that show it.
		const named = listed.map(({ productId, near }) =>
			[productId, ...(kind === 'shared-photo' ? near : [])].flatMap((id) => rowOf.get(id) ?? []),
		);
		const those = new Set(named.flat());
		return {
			kind,
			planted: [...planted.values()].filter((of) => of === kind).length,
			listed: listed.length,
			hits: [...planted].filter(([row, of]) => of === kind && those.has(row)).length,
			plantedOfAny: named.filter((rows) => rows.some((row) => planted.has(row))).length,
			before: before.filter((suspicion) => suspicion.kind === kind).length,
		};
	});
}

function withErrors(
	products: readonly Product[],
	strangers: readonly Product[],
	each: number,
	random: () => number,
): { wrong: Product[]; planted: ReadonlyMap<number, SuspicionKind> } {
	const order = shuffled([...products.keys()], random);
	const planted = new Map<number, SuspicionKind>();
	const wrong = [...products];
	const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
	const plant = (kind: SuspicionKind, change: (product: Product) => Partial<Product>): void => {
		for (const row of order.splice(0, each)) {
			const product = products[row] as Product;
			planted.set(row, kind);
			wrong[row] = { ...product, ...change(product) };
		}
	};
	plant('disagree', (product) => ({
		title: oneOf(products.filter((other) => typeOf(other) !== typeOf(product))).title,
	}));
	plant('shared-photo', ({ attributes: { brand } }) => ({
		photos: oneOf(products.filter(({ attributes }) => attributes.brand !== brand)).photos,
	}));
	plant('odd-number', ({ attributes }) => {
		const price = Number(attributes.price) * oneOf([10, 0.1]);
		return { attributes: { ...attributes, price: price.toFixed(2) } };
	});
	plant('odd-value', ({ attributes }) => {
		const genders = ['Men', 'Women', 'Boys', 'Girls'].filter((name) => name !== attributes.gender);
		return { attributes: { ...attributes, gender: oneOf(genders) } };
	});
	plant('unlike', () => ({ photos: oneOf(strangers).photos }));
	return { wrong, planted };
}

async function look(
	{ services, manifest }: PageHarness,
	products: readonly Product[],
	job: JobContext,
): Promise<Suspicion[]> {
	const assignments = products.flatMap((product) => assignmentOf(product, field) ?? []);
	const input = {
		products,
		field,
		labels: new Map(assignments.map((each) => [each.productId, each])),
		// Kinds of the same thing, which tell each other; and the split, which nothing tells.
		fields: [field, 'subCategory', 'masterCategory'],
		networks: {
			withPhotoEngine: () => Promise.reject(new Error('everything is embedded')),
			textEngine: () => Promise.reject(new Error('everything is embedded')),
		},
		openSearch: () => openSearch(services, manifest, { products, interactions: null }, job),
	};
	return (await lookForSuspicious(services, manifest, input, job)).found;
}

const typeOf = ({ attributes }: Product): string => attributes[field] ?? '';

const cheapest = 8;
const dearest = 80;
/** Prices of one type differ by about a third. */
const noise = 0.35;

/** The data have no prices and no brands: prices are made up by type, brands are the first word of the title. */
function priced(product: Product, random: () => number): Product {
	const letters = [...typeOf(product)];
	const of = seededRandom(letters.reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7));
	const usual = cheapest * (dearest / cheapest) ** of();
	const [deviation] = normalPair(random);
	return {
		...product,
		attributes: {
			...product.attributes,
			brand: product.title.split(' ')[0] ?? '',
			price: (usual * Math.exp(noise * deviation)).toFixed(2),
		},
	};
}
