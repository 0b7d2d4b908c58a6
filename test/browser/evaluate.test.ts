import { afterAll, expect, it } from 'vitest';
import { type PageHarness, pageHarness } from '../../bench/harness/pageHarness';
import type { EvaluateOptions } from '../../scripts/evaluate/options';
import { evaluateData, type PageResult } from '../../scripts/evaluate/page';
import { predictionsCsv, resultJson } from '../../scripts/evaluate/result';
import { embeddingSetId } from '../../src/domain/embedding';
import { unattended } from '../../src/domain/job';
import { importFiles } from '../../src/jobs/importFiles';
import { backboneStamps } from '../../src/maths/stamps';
import { embeddedItems } from '../../src/storage/embeddings';
import { deleteEverything } from '../../src/storage/everything';
import { drawn } from '../fixtures/pictures';
import { backboneEntry } from './models';

/* What `npm run evaluate` does in its page: photos in, figures, a head and predictions out. Real weights. */

afterAll(deleteEverything);

/** As the command line leaves them when it says nothing. */
const asked: EvaluateOptions = {
	data: '-',
	field: 'kind',
	modality: 'photo',
	backbones: ['mobilenetv2'],
	head: 'softmax',
	fusion: 'concatenation',
	text: 'bert',
	sampling: 'as-is',
	seed: 1,
	device: 'wasm',
	titleColumn: 'title',
	splitColumn: 'split',
	splitAsked: false,
	measureAll: false,
	augmentations: [],
	epochs: null,
	out: null,
	save: null,
	load: null,
	predict: null,
	profile: null,
};

type Pattern = (context: OffscreenCanvasRenderingContext2D) => void;

const upright: Pattern = (context) => {
	for (let x = 0; x < 96; x += 16) context.fillRect(x, 0, 8, 96);
};
const level: Pattern = (context) => {
	for (let y = 0; y < 96; y += 48) context.fillRect(0, y, 96, 24);
};
const round: Pattern = (context) => {
	context.arc(48, 48, 36, 0, 7);
	context.fill();
};

/** Other colours each time: photos that are nearly the same would be kept on one side. */
function patterned(pattern: Pattern, hue: number): Promise<Uint8Array<ArrayBuffer>> {
	return drawn(96, 96, (context) => {
		context.fillStyle = `hsl(${hue} 90 30)`;
		context.fillRect(0, 0, 96, 96);
		context.fillStyle = `hsl(${hue + 90} 90 75)`;
		pattern(context);
	});
}

/** A folder per pattern, a broken photo among them, and photos that lie in no class. */
async function files(): Promise<File[][]> {
	const labelled: File[] = [];
	for (const [label, pattern] of [
		['stripes, "upright"', upright],
		['level', level],
		['round', round],
	] as const)
		for (let i = 0; i < 5; i++)
			labelled.push(new File([await patterned(pattern, 72 * i)], `${label}/${i}.png`));
	labelled.push(new File([new Uint8Array(300).fill(7)], 'level/broken.png'));
	const loose = [new File([await patterned(round, 36)], 'unsorted/new.png')];
	return [labelled, loose];
}

it('trains on folders, skips what is broken, and predicts with the head it saved', async () => {
	await deleteEverything();
	const [labelled = [], loose = []] = await files();
	const harness = await pageHarness();
	const network = await backboneEntry('mobilenetv2');
	const bringing = (dropped: File[]): PageHarness => ({
		...harness,
		bringIn: async () => {
			const { problems } = await importFiles(
				harness.services,
				{
					importId: crypto.randomUUID(),
					files: dropped.map((file) => ({ path: file.name, file })),
				},
				unattended,
			);
			return problems;
		},
	});
	const stored = () => embeddedItems(embeddingSetId(backboneStamps(network).embedding));
	const run = async (
		dropped: File[],
		change: Partial<EvaluateOptions>,
		loaded: string | null = null,
	) => {
		const options = { ...asked, ...change };
		const result = await evaluateData(bringing(dropped), { options, loaded }, unattended);
		return { result: result as PageResult, options };
	};

	const refused = await run(labelled, { titleColumn: 'name' });
	expect(refused.result).toEqual({
		refused: '--title-column: there is no column "name"; there are: ',
	});

	const augment = { augmentations: ['mirror', 'crop'] } satisfies Partial<EvaluateOptions>;
	const { result, options } = await run(labelled, { ...augment, save: 'f', epochs: 20 });
	const json = JSON.parse(JSON.stringify(resultJson(result, options))) as Record<string, unknown>;
	expect(json).toMatchObject({
		accuracy: 1,
		top3: 1,
		macroF1: 1,
		seed: 1,
		skipped: [{ file: 'level/broken.png' }],
		split: { origin: 'drawn', train: 9, validation: 3, test: 3 },
		head: { kind: 'softmax', augmentations: ['mirror', 'crop'] },
		backend: { photos: 'wasm' },
	});
	expect(json.accuracyInterval).toHaveLength(2);
	for (const key of ['ece', 'coverageAt99', 'photosPerSecond'])
		expect(json[key]).toEqual(expect.any(Number));
	for (const key of ['confusion', 'perClass', 'products']) expect(json[key]).toHaveLength(3);
	expect(Object.keys(json.seconds as object)).toEqual(['load', 'embed', 'train', 'total']);
	expect(result.photosEmbedded).toBeGreaterThanOrEqual(45);

	// The photo itself and two views of each, embedded once.
	expect((await stored()).size).toBe(45);
	expect((await run(labelled, augment)).result.photosEmbedded).toBe(0);

	const predict = { load: 'f', measureAll: true, predict: 'g' };
	const again = await run([...labelled, ...loose], predict, result.file);
	// It averages mirrored photos in, so that is the only view that is made of what it predicts.
	expect((await stored()).size).toBe(47);
	const loaded = resultJson(again.result, again.options);
	expect(loaded).toMatchObject({
		accuracy: 1,
		split: { train: 0, test: 15 },
		seconds: { train: 0 },
	});
	// What could not be read keeps its row, without an answer.
	const [header, ...rows] = predictionsCsv(again.result.predictions).split('\r\n');
	expect(header).toContain('file,title,label_1,probability_1');
	expect(rows.sort().join('\n').trim()).toMatch(/^broken\.png,+\nunsorted\/new\.png,,round,/);
});
