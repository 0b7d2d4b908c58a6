import type { HeadSide, HeadSpecification, PlainParameters } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import { fitTemperature, softmaxRows } from '../../maths/calibration';
import { bestMix, logarithms, mixedScores } from '../../maths/lateScores';
import { columnsOf } from '../../maths/sides';
import type { TrainingResult, TrainingRows } from './kindResult';
import { knownRows, pickRows } from './storedRows';

type TrainSide = (
	rows: TrainingRows,
	specification: HeadSpecification,
	job: JobContext,
) => Promise<TrainingResult>;

/** One side trained on the products that have it. */
interface TrainedSide {
	/** `null` where there was nothing to tell apart. */
	result: TrainingResult | null;
	width: number;
	/** `[n, labels]` held-out log-probabilities of every product; NaN where there are none. */
	held: Float32Array;
	there: boolean[];
}

/**
 * Late fusion: a head for photos and a head for titles, trained apart on the products that have them, and mixed in
 * the proportion that suits held-out products best.
 * @param trainSide trains a head for one kind of rows
 * @throws AbortError
 */
export async function trainLateHead(
	rows: TrainingRows,
	specification: HeadSpecification,
	trainSide: TrainSide,
	job: JobContext,
): Promise<TrainingResult> {
	const { labels, classes } = rows;
	const photo = await side('photo', { ...specification, modality: 'photo' });
	const title = await side('title', { ...specification, modality: 'title' });
	const usable = ({ held, there }: TrainedSide, row: number): boolean =>
		!there[row] || !Number.isNaN(held[row * labels] as number);
	const all = [...classes.keys()].filter((row) => usable(photo, row) && usable(title, row));
	const both = all.filter((row) => photo.there[row] && title.there[row]);
	const truthOf = (some: number[]) => Int32Array.from(some, (row) => classes[row] as number);
	const heldOf = (some: number[]) => ({
		photo: pickRows(photo.held, labels, some),
		title: pickRows(title.held, labels, some),
	});
	const mix = bestMix(heldOf(both), truthOf(both), labels);
	const there = {
		photo: all.map((row) => photo.there[row] === true),
		title: all.map((row) => title.there[row] === true),
	};
	const scores = mixedScores(heldOf(all), there, mix, labels);
	const chosen = photo.result?.chosen ?? title.result?.chosen;
	return {
		standardisation: {
			mean: joined(photo, title, 'mean'),
			scale: joined(photo, title, 'scale'),
		},
		parameters: {
			kind: 'late',
			photo: headSide(photo, labels),
			title: headSide(title, labels),
			...mix,
		},
		temperature: fitTemperature(scores, truthOf(all), labels),
		chosen: chosen ?? { weightDecay: 0, titleWeight: 1, epochs: 0 },
		curve: [],
		heldOut: { rows: Int32Array.from(all), scores },
	};

	async function side(
		source: 'photo' | 'title',
		specification: HeadSpecification,
	): Promise<TrainedSide> {
		const own = rowsOf(rows, source);
		const width = own.blocks.reduce((sum, { dimensions }) => sum + dimensions, 0);
		const known = knownRows(own.values, width);
		const picked: TrainingRows = {
			...own,
			values: pickRows(own.values, width, known),
			views: own.views.map((view) => pickRows(view, width, known)),
			classes: Int32Array.from(known, (row) => classes[row] as number),
			folds: Int16Array.from(known, (row) => rows.folds[row] as number),
		};
		const held = new Float32Array(classes.length * labels).fill(Number.NaN);
		const there = Array.from(classes, () => false);
		for (const row of known) there[row] = true;
		if (new Set(picked.classes).size < 2) return { result: null, width, held, there };
		const result = await trainSide(picked, specification, job);
		const scores = logarithms(softmaxRows(result.heldOut.scores, labels, result.temperature));
		for (const [at, row] of result.heldOut.rows.entries())
			held.set(scores.subarray(at * labels, (at + 1) * labels), (known[row] as number) * labels);
		return { result, width, held, there };
	}
}

/** The columns of one source. Titles have no other views. */
function rowsOf(rows: TrainingRows, source: 'photo' | 'title'): TrainingRows {
	const widthOf = (of: 'photo' | 'title'): number =>
		rows.blocks.reduce((sum, block) => sum + (block.source === of ? block.dimensions : 0), 0);
	const photos = widthOf('photo');
	const width = photos + widthOf('title');
	const [from, to] = source === 'photo' ? [0, photos] : [photos, width];
	const own = (table: Float32Array): Float32Array => columnsOf(table, width, from, to);
	return {
		...rows,
		values: own(rows.values),
		views: source === 'photo' ? rows.views.map(own) : [],
		averagedViews: source === 'photo' ? rows.averagedViews : 0,
		blocks: rows.blocks.filter((block) => block.source === source),
	};
}

function joined(photo: TrainedSide, title: TrainedSide, what: 'mean' | 'scale'): Float32Array {
	const values = new Float32Array(photo.width + title.width);
	values.set(photo.result?.standardisation[what] ?? []);
	values.set(title.result?.standardisation[what] ?? [], photo.width);
	return values;
}

/** A side that could not be trained holds every label equally likely. */
function headSide({ result, width }: TrainedSide, labels: number): HeadSide {
	const evenly: PlainParameters = {
		kind: 'layers',
		layers: [
			{
				inputs: width,
				outputs: labels,
				weights: new Float32Array(width * labels),
				bias: new Float32Array(labels),
			},
		],
		output: 'linear',
	};
	const parameters = result?.parameters ?? evenly;
	if (parameters.kind === 'fused' || parameters.kind === 'late')
		throw new Error('unreachable: one side has nothing to fuse');
	return { dimensions: width, parameters, temperature: result?.temperature ?? 1 };
}
