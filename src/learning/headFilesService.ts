import { version_core } from '@tensorflow/tfjs-core';
import { AppError } from '../domain/errors';
import type { HeadFormat, HeadModel, TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Report } from '../domain/report';
import type { PhotoEntry } from '../domain/tuning';
import { type ExportedFile, encodeHeadFiles } from '../formats/headFiles';
import { headChecksum } from '../formats/headFromFile';
import { readHeadFiles } from '../formats/readHeadFiles';
import { zipOf } from '../formats/zipWriter';
import { modelProbabilities, modelScores } from '../maths/headScores';
import { exportNetwork, type LoadedBackbone } from './exportNetwork';
import { knownRows, pickRows, type RowSource, storedRows } from './heads/storedRows';
import { readBackbone } from './layersModel';
import { modelFiles } from './modelFiles';
import { runLayersModel } from './runLayersModel';

interface GoldenInput {
	model: HeadModel;
	products: RowSource[];
	whole: boolean;
}

interface WriteInput {
	format: HeadFormat;
	head: TrainedHead;
	report: Report | null;
	backbones: PhotoEntry[];
	inside: boolean;
	golden: { items: string[]; probabilities: Float32Array };
	base: string;
}

/** What the worker does that writes and reads heads as files of other programs. See `HeadFilesContract`. */
export function headFilesService() {
	async function golden({ model, products, whole }: GoldenInput) {
		const { mean } = model.standardisation;
		const all = await storedRows(products, model.inputs);
		const known = knownRows(all, mean.length).filter(
			(row) =>
				!whole || !all.subarray(row * mean.length, (row + 1) * mean.length).some(Number.isNaN),
		);
		const rows = [pickRows(all, mean.length, known)];
		for (const view of model.views) {
			const seen = await storedRows(products, model.inputs, view);
			rows.push(pickRows(seen, mean.length, known));
		}
		const [own = new Float32Array(), ...views] = rows;
		return {
			known,
			rows: rows.map((row) => withoutGaps(row, mean)),
			probabilities: modelProbabilities(model, modelScores(model, own, views)),
		};
	}

	async function write(input: WriteInput, job: JobContext): Promise<{ files: ExportedFile[] }> {
		const { format, head, report, backbones, base } = input;
		const loaded: LoadedBackbone[] = [];
		if (input.inside)
			for (const entry of backbones) {
				const network = await readBackbone(entry, modelFiles(entry, base), (done, total) => {
					job.signal.throwIfAborted();
					job.report({ step: 'load-model', done, total });
				});
				loaded.push({ entry, network });
			}
		job.report({ step: 'export', done: 0, total: 1 });
		const range = format === 'teachable-machine' ? 'teachable-machine' : 'bytes';
		const network = exportNetwork(head.model, input.inside ? loaded : null, range);
		const checksum = await headChecksum(head.model);
		const described = { head, report, backbones, golden: input.golden, checksum };
		const files = encodeHeadFiles(format, network, described, version_core);
		job.report({ step: 'export', done: 1, total: 1 });
		return { files };
	}

	const zip = ({ files }: { files: ExportedFile[] }) => zipOf(files);

	async function read({ files }: { files: File[] }, { signal }: JobContext) {
		const { description, model, format } = await readHeadFiles(files, signal);
		const { name, field, createdAt, specification, chosen, curve, heldOut } = description;
		const { backend, seconds, products, report } = description;
		if (report && report.test.labels.join('\n') !== model.labels.join('\n'))
			throw new AppError('head-file-damaged', { reason: 'the report is of other labels' });
		const head: Omit<TrainedHead, 'id' | 'version'> = {
			...{ name, field, createdAt, specification, chosen, model, curve, heldOut },
			seen: [],
			without: [],
			backend,
			seconds,
			imported: { format, at: Date.now(), products },
		};
		return { head, report: report && { ...report, field } };
	}

	return { golden, write, run: runLayersModel, zip, read };
}

/** What is missing (NaN) counts as average: see maths/standardise.ts. */
function withoutGaps(rows: Float32Array, mean: Float32Array): Float32Array {
	return rows.map((value, i) => (Number.isNaN(value) ? (mean[i % mean.length] as number) : value));
}
