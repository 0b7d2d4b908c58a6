import { AppError } from '../domain/errors';
import { assertAccepts, type HeadModel, type TrainedHead } from '../domain/head';
import { type ExportChoice, type ExportedHead, exportTolerance } from '../domain/headExport';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Report } from '../domain/report';
import type { Split } from '../domain/split';
import type { PhotoEntry } from '../domain/tuning';
import { largestDifference } from '../maths/largestDifference';
import type { ExportedFile, ModelInput } from '../workers/headFiles.contract';
import { goldenAnswers } from './goldenAnswers';
import { preparedStamps } from './labelledProducts';
import { learnBackend } from './learnBackend';
import { photoEntry } from './modelEntries';
import type { Services } from './services';

export interface ExportHeadInput {
	head: TrainedHead;
	report: Report | null;
	choice: ExportChoice;
	/** The catalogue, and the split that says which products the head was not trained on. */
	products: readonly Product[];
	split: Split | undefined;
}

/**
 * Writes a head in the files of another program, loads them again in a fresh worker, asks about ten products of the
 * test part (others where there are fewer) and compares with Aisle's own answers.
 * @throws AppError `head-export-nothing`, `head-export-differs`, `head-export-unrunnable`, `head-other-embeddings`,
 * `model-missing`, `model-damaged`, `out-of-memory`; AbortError
 */
export async function exportHead(
	services: Services,
	manifest: ModelsManifest,
	{ head, report, choice, products, split }: ExportHeadInput,
	job: JobContext,
): Promise<ExportedHead> {
	const { model } = head;
	assertAccepts(model, preparedStamps(manifest));
	const backbones = photoNetworks(model, manifest);
	const worker = services.newHeadFiles();
	try {
		const { inputs, items, golden } = await goldenAnswers(
			services,
			worker.remote,
			{ model, choice, products, split, size: backbones[0]?.preprocessing.size ?? 0 },
			job,
		);
		if (items.length === 0) throw new AppError('head-export-nothing');
		const { files } = await worker.remote.write(
			{
				...{ head, report, backbones, inside: choice.inside, format: choice.format },
				golden: { items, probabilities: golden },
				base: services.base,
			},
			job,
		);
		job.report({ step: 'check-export', done: 0, total: items.length });
		const { probabilities } =
			choice.format === 'onnx'
				? await runOnnx(services, files, inputs, job)
				: await worker.remote.run({ files, inputs, backend: learnBackend() }, job);
		job.report({ step: 'check-export', done: items.length, total: items.length });
		const difference = largestDifference(probabilities, golden);
		const tolerance = exportTolerance[choice.inside ? 'inside' : 'alone'];
		// Written so that NaN fails too.
		if (!(difference <= tolerance))
			throw new AppError('head-export-differs', {
				difference: Number(difference.toPrecision(2)),
				tolerance,
			});
		const [first] = files;
		const single = choice.format === 'onnx' && first;
		return {
			file: single ? new Blob([single.bytes]) : await worker.remote.zip({ files }, job),
			name: fileName(head, choice),
			products: items.length,
			difference,
			tolerance,
		};
	} finally {
		worker.terminate('exported');
	}
}

function photoNetworks({ inputs }: HeadModel, manifest: ModelsManifest): PhotoEntry[] {
	return inputs
		.filter(({ source }) => source === 'photo')
		.map((block) => photoEntry(manifest, block));
}

async function runOnnx(
	services: Services,
	[file]: ExportedFile[],
	inputs: ModelInput[],
	job: JobContext,
): Promise<{ probabilities: Float32Array }> {
	const worker = services.newOnnx();
	try {
		return await worker.remote.run({ file: file?.bytes ?? new Uint8Array(), inputs }, job);
	} finally {
		worker.terminate('exported');
	}
}

function fileName({ name, version }: TrainedHead, { format, inside }: ExportChoice): string {
	const plain = name
		.normalize('NFKD')
		.replace(/[^\w-]+/g, '-')
		.replace(/^-+|-+$/g, '');
	const what = format === 'teachable-machine' || inside ? 'with-network' : 'head';
	return `${plain || 'head'}-${version}-${format}-${what}.${format === 'onnx' ? 'onnx' : 'zip'}`;
}
