import { parseArgs } from 'node:util';
import { type Augmentation, augmentations } from '../../src/domain/augmentation';
import { type Fusion, fusions } from '../../src/domain/fusion';
import { type HeadKind, headKinds, type Modality, type Sampling } from '../../src/domain/head';

import { type TextFeatures, textFeatures } from '../../src/domain/textFeatures';

/** What `npm run evaluate` was asked for. */
export interface EvaluateOptions {
	data: string;
	field: string;
	modality: Modality;
	backbones: string[];
	head: HeadKind;
	fusion: Fusion;
	text: TextFeatures;
	sampling: Sampling;
	seed: number;
	device: 'wasm' | 'webgpu';
	titleColumn: string;
	/** Column that says train, validation or test; `null` draws a split with the seed. */
	splitColumn: string | null;
	/** The column was named, rather than looked for. */
	splitAsked: boolean;
	/** Without such a column, a finished head is measured on everything. */
	measureAll: boolean;
	augmentations: Augmentation[];
	epochs: number | null;
	out: string | null;
	save: string | null;
	load: string | null;
	predict: string | null;
	/** Folder of browser profiles kept between runs, so that what is embedded stays embedded. */
	profile: string | null;
}

export const usage = `npm run evaluate -- --data DIR [--field articleType] [--modality photo|title|both]
  [--backbone mobilenetv2|resnet50|mobilenetv2,resnet50] [--head ${headKinds.join('|')}]
  [--fusion ${fusions.join('|')}] [--text ${textFeatures.join('|')}]
  [--sampling as-is|under|over|class-weights] [--augment ${augmentations.join(',')}]
  [--epochs N] [--seed 1] [--device wasm|webgpu]
  [--title-column title] [--split-column split | --draw-split] [--out report.json]
  [--save FILE] [--load FILE] [--predict FILE.csv] [--profile DIR]

DIR holds products.csv (columns photo, title, the field, split) or a folder per class. Without a split
column a fifth of the products is drawn for the test.
--save writes the head. --load uses one instead of training, and measures it on the test part of the split
column, or on every labelled product where there is none; with --draw-split, on the part that training drew
from the same seed. --predict writes the three most likely labels of the products that have none.`;

/** The command line asks for something that is not there; the message says what. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** @throws UsageError */
export function evaluateOptions(args: string[]): EvaluateOptions {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	let values: Record<string, string | boolean | undefined>;
	try {
		values = parseArgs({
			args,
			options: {
				data: text,
				field: { ...text, default: 'articleType' },
				modality: { ...text, default: 'photo' },
				backbone: { ...text, default: 'mobilenetv2' },
				head: { ...text, default: 'softmax' },
				fusion: { ...text, default: 'concatenation' },
				text: { ...text, default: 'bert' },
				sampling: { ...text, default: 'as-is' },
				seed: { ...text, default: '1' },
				device: { ...text, default: 'wasm' },
				epochs: text,
				'title-column': { ...text, default: 'title' },
				'split-column': text,
				'draw-split': flag,
				augment: text,
				out: text,
				save: text,
				load: text,
				predict: text,
				profile: text,
			},
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	const string = (name: string): string | null => (values[name] as string | undefined) ?? null;
	function oneOf<T extends string>(name: string, allowed: readonly T[]): T {
		const value = string(name) as T;
		if (!allowed.includes(value))
			throw new UsageError(`--${name} is one of ${allowed.join(', ')}, not "${value}"`);
		return value;
	}
	/** Comma-separated, each once. */
	function listOf<T extends string>(name: string, allowed: readonly T[]): T[] {
		const asked = (string(name) ?? '').split(',').filter(Boolean);
		const unknown = asked.find((value) => !allowed.includes(value as T));
		if (unknown !== undefined)
			throw new UsageError(`--${name} takes ${allowed.join(', ')}, not "${unknown}"`);
		return allowed.filter((value) => asked.includes(value));
	}
	function whole(name: string): number | null {
		const value = string(name);
		if (value === null) return null;
		if (!/^\d+$/.test(value)) throw new UsageError(`--${name} is a whole number, not "${value}"`);
		return Number(value);
	}
	const data = string('data');
	if (!data) throw new UsageError('--data names the folder to evaluate on');
	return {
		data,
		field: string('field') ?? '',
		modality: oneOf('modality', ['photo', 'title', 'both']),
		backbones: (string('backbone') ?? '').split(',').filter(Boolean),
		head: oneOf('head', headKinds),
		fusion: oneOf('fusion', fusions),
		text: oneOf('text', textFeatures),
		sampling: oneOf('sampling', ['as-is', 'under', 'over', 'class-weights']),
		seed: whole('seed') ?? 1,
		device: oneOf('device', ['wasm', 'webgpu']),
		titleColumn: string('title-column') ?? 'title',
		splitColumn: values['draw-split'] ? null : (string('split-column') ?? 'split'),
		splitAsked: string('split-column') !== null,
		measureAll: string('load') !== null && values['draw-split'] !== true,
		augmentations: listOf('augment', augmentations),
		epochs: whole('epochs'),
		out: string('out'),
		save: string('save'),
		load: string('load'),
		predict: string('predict'),
		profile: string('profile'),
	};
}
