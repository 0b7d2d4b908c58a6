import { describe, expect, it } from 'vitest';
import { teachableSamples } from '../../../src/formats/teachableMachine';

describe('teachableSamples', () => {
	it('puts samples into the folder of their class and leaves the rest out', () => {
		const samples = teachableSamples([
			'manifest.json',
			'model.json',
			'Red shoes-!-0.jpg',
			'Red shoes-!-10.png',
			'A-!-B-!-3.jpg',
		]);
		expect(Object.fromEntries(samples ?? [])).toEqual({
			'Red shoes-!-0.jpg': { label: 'Red shoes', path: 'Red shoes/0.jpg' },
			'Red shoes-!-10.png': { label: 'Red shoes', path: 'Red shoes/10.png' },
			'A-!-B-!-3.jpg': { label: 'A-!-B', path: 'A-!-B/3.jpg' },
		});
	});

	it.each([[['manifest.json', 'photos/1.jpg']], [['Red-!-0.jpg']], [[]]])(
		'%j is no project',
		(paths) => {
			expect(teachableSamples(paths)).toBeNull();
		},
	);
});
