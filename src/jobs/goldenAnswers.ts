import type { HeadModel } from '../domain/head';
import type { ExportChoice } from '../domain/headExport';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import type { Split } from '../domain/split';
import { columnsOf } from '../maths/sides';
import type { HeadFilesContract, ModelInput } from '../workers/headFiles.contract';
import type { ProductToClassify } from '../workers/heads.contract';
import { toClassify } from './labelledProducts';
import type { Services } from './services';

interface Asked {
	model: HeadModel;
	choice: ExportChoice;
	products: readonly Product[];
	split: Split | undefined;
	/** Side of the photo network's input, pixels. */
	size: number;
}

export interface GoldenAnswers {
	/** What the exported model is to be fed. */
	inputs: ModelInput[];
	/** SHA-256 of each photo's bytes, or the title's hash. */
	items: string[];
	/** What Aisle answers, `[items, labels]`. */
	golden: Float32Array;
}

/** Products to ask about, and how many to look at until so many are found that lack nothing. */
const wanted = 10;
const lookedAt = 200;

/**
 * Aisle's own answers for some products, those of the test part first, and what a model has to be fed to give the
 * same ones: embeddings, or pixels where its photo network is inside.
 */
export async function goldenAnswers(
	services: Services,
	worker: HeadFilesContract,
	{ model, choice, products, split, size }: Asked,
	job: JobContext,
): Promise<GoldenAnswers> {
	const candidates = testFirst(products, split)
		.map(toClassify)
		// A model with its network inside sees one photo at a time.
		.map((product) =>
			choice.inside ? { ...product, photoIds: product.photoIds.slice(0, 1) } : product,
		)
		.slice(0, lookedAt);
	const { known, rows, probabilities } = await worker.golden(
		{ model, products: candidates, whole: choice.inside },
		job,
	);
	const asked = known.slice(0, wanted).map((row) => candidates[row] as ProductToClassify);
	const width = model.standardisation.mean.length;
	const count = asked.length;
	const labels = model.labels.length;
	const golden = probabilities.slice(0, count * labels);
	const items = asked.map(({ photoIds, titleId }) => photoIds[0] ?? titleId ?? '');
	const first = rows.map((row) => row.slice(0, count * width));
	if (!choice.inside || count === 0) {
		const names = ['embedding', ...model.views.map((view) => `embedding_${view}`)];
		const inputs = first.map((values, view) => ({
			name: names[view] as string,
			shape: [count, width],
			values,
		}));
		return { inputs, items, golden };
	}
	const { photoIds, pixels } = await services.files.remote.decode({ photoIds: items, size }, job);
	// Their embeddings are stored, so they could be decoded once.
	if (photoIds.length < count) return { inputs: [], items: [], golden: new Float32Array() };
	const inputs: ModelInput[] = [
		{
			name: 'photo',
			shape: [count, size, size, 3],
			values:
				choice.format === 'teachable-machine' ? teachablePixels(pixels) : Float32Array.from(pixels),
		},
	];
	const title = model.inputs.findIndex(({ source }) => source === 'title');
	const block = model.inputs[title];
	if (block) {
		const before = model.inputs.slice(0, title);
		const start = before.reduce((sum, { dimensions }) => sum + dimensions, 0);
		const end = start + block.dimensions;
		const values = columnsOf(first[0] ?? new Float32Array(), width, start, end);
		inputs.push({ name: 'title', shape: [count, block.dimensions], values });
	}
	return { inputs, items, golden };
}

/** The test part, then what else has a part, then the rest, each in the catalogue's order. */
function testFirst(products: readonly Product[], split: Split | undefined): Product[] {
	const rank = ({ id }: Product): number => {
		const part = split?.parts.get(id);
		return part === 'test' ? 0 : part === undefined ? 2 : 1;
	};
	return [...products].sort((a, b) => rank(a) - rank(b));
}

/** As Teachable Machine's library gives a photo to its models. */
function teachablePixels(pixels: Uint8Array): Float32Array {
	return Float32Array.from(pixels, (value) => Math.fround(value / 127) - 1);
}
