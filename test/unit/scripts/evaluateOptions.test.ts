import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assertPlaces, folderPrint } from '../../../scripts/evaluate/folders';
import { refusal } from '../../../scripts/evaluate/labels';
import { evaluateOptions, UsageError } from '../../../scripts/evaluate/options';
import type { Product } from '../../../src/domain/product';

const options = (...args: string[]) => evaluateOptions(['--data', 'd', ...args]);

describe('the command line of evaluate', () => {
	it('has the defaults that its usage tells of', () => {
		expect(options()).toMatchObject({
			field: 'articleType',
			modality: 'photo',
			backbones: ['mobilenetv2'],
			head: 'softmax',
			seed: 1,
			device: 'wasm',
			titleColumn: 'title',
			splitColumn: 'split',
			splitAsked: false,
			augmentations: [],
		});
	});

	it('reads lists, in one order, and each once', () => {
		expect(options('--augment', 'colour,mirror,colour').augmentations).toEqual([
			'mirror',
			'colour',
		]);
		expect(options('--backbone', 'mobilenetv2,resnet50').backbones).toEqual([
			'mobilenetv2',
			'resnet50',
		]);
	});

	it('measures a loaded head on everything, unless told to draw', () => {
		expect(options('--load', 'f')).toMatchObject({ measureAll: true, splitColumn: 'split' });
		expect(options('--load', 'f', '--draw-split')).toMatchObject({
			measureAll: false,
			splitColumn: null,
		});
	});

	it.each([
		['--head', 'forest'],
		['--augment', 'mirror,blur'],
		['--seed', '-1'],
		['--device', 'cpu'],
		['--no-such', 'thing'],
	])('refuses %s %s in a sentence', (...args) => {
		expect(() => options(...args)).toThrow(UsageError);
	});

	it('wants data', () => {
		expect(() => evaluateOptions([])).toThrow('--data names the folder');
	});
});

describe('what the command line names', () => {
	async function folder(): Promise<string> {
		const path = await mkdtemp(join(tmpdir(), 'aisle-evaluate-'));
		onTestFinished(() => rm(path, { recursive: true }));
		return path;
	}

	it('is looked for before any work is done', async () => {
		const data = await folder();
		const places = (...args: string[]) => assertPlaces(evaluateOptions(['--data', data, ...args]));
		await places('--out', join(data, 'new.json'));
		await expect(places('--out', join(data, 'no/new.json'))).rejects.toThrow('--out: there is no');
		await expect(places('--load', join(data, 'head'))).rejects.toThrow('--load: there is no file');
		await expect(assertPlaces(options())).rejects.toThrow('--data: there is no folder d');
	});

	it('has another print when a file has changed', async () => {
		const data = await folder();
		const empty = await folderPrint(data);
		await writeFile(join(data, 'a.jpg'), 'a');
		const one = await folderPrint(data);
		expect(one).not.toBe(empty);
		expect(await folderPrint(data)).toBe(one);
		await writeFile(join(data, 'a.jpg'), 'ab');
		expect(await folderPrint(data)).not.toBe(one);
	});
});

describe('what the data have', () => {
	const product = (path: string, attributes: Record<string, string> = {}): Product => ({
		id: path,
		importId: '',
		order: 0,
		name: path,
		title: '',
		description: '',
		photos: [{ photoId: path, path }],
		attributes,
		problems: [],
	});
	const table = [product('photos/1.jpg', { kind: 'shoe', split: '' }), product('photos/2.jpg')];
	const networks = ['mobilenetv2'];
	const refused = (products: Product[], ...args: string[]) =>
		refusal(products, options(...args), networks, false);

	it('is enough with the column, or with a folder per class', () => {
		expect(refused(table, '--field', 'kind')).toBeNull();
		expect(refused([product('shoes/1.jpg')])).toBeNull();
	});

	it.each([
		[[], '--data holds no photo'],
		[['--field', 'colour'], 'no product has anything in a column "colour"; there are: kind, split'],
		[['--field', 'kind', '--title-column', 'name'], 'there is no column "name"'],
		[['--field', 'kind', '--split-column', 'part'], 'there is no column "part"'],
		[['--field', 'kind', '--backbone', 'vgg'], '--backbone takes mobilenetv2, not "vgg"'],
	])('%s is refused, naming what there is', (args, sentence) => {
		const products = args.length === 0 ? [] : table.slice(0, 1);
		expect(refused(products, ...args)).toContain(sentence);
	});

	it('need not be labelled to be predicted', () => {
		const loose = [product('1.jpg')];
		expect(refused(loose)).toContain('no photo in it lies in a folder named for its class');
		expect(refusal(loose, options(), networks, true)).toBeNull();
	});
});
