import { describe, expect, it } from 'vitest';
import { defaultSpecification, type HeadSpecification } from '../../../src/domain/head';
import { type ExportChoice, exportObstacle } from '../../../src/domain/headExport';

describe('what a format can hold', () => {
	const cases: [Partial<HeadSpecification>, ExportChoice, ReturnType<typeof exportObstacle>][] = [
		[{}, { format: 'tfjs', inside: true }, null],
		[{}, { format: 'teachable-machine', inside: true }, null],
		[{ kind: 'mlp' }, { format: 'teachable-machine', inside: true }, null],
		[{ kind: 'svm' }, { format: 'teachable-machine', inside: true }, 'kinds'],
		[{ modality: 'both' }, { format: 'teachable-machine', inside: true }, 'photosOnly'],
		[{ kind: 'knn' }, { format: 'tfjs', inside: false }, 'knn'],
		[{ kind: 'knn' }, { format: 'onnx', inside: true }, null],
		[{ modality: 'title' }, { format: 'onnx', inside: true }, 'titleInside'],
		[{ modality: 'title' }, { format: 'onnx', inside: false }, null],
		[{ modality: 'title', textFeatures: 'tfidf' }, { format: 'onnx', inside: false }, 'words'],
		// Of no account where nobody reads a title.
		[{ modality: 'photo', textFeatures: 'tfidf' }, { format: 'onnx', inside: true }, null],
		[{ modality: 'both', fusion: 'late' }, { format: 'onnx', inside: false }, 'fused'],
		[{ modality: 'photo', fusion: 'late' }, { format: 'onnx', inside: false }, null],
		[{ photoDepth: 'partly' }, { format: 'onnx', inside: true }, null],
		[{ photoDepth: 'partly' }, { format: 'tfjs', inside: false }, 'ownNetwork'],
		[{ modality: 'title', photoDepth: 'scratch' }, { format: 'onnx', inside: false }, null],
	];

	it.each(cases)('%o as %o: %s', (settings, choice, obstacle) => {
		expect(exportObstacle({ ...defaultSpecification, ...settings }, choice)).toBe(obstacle);
	});
});
