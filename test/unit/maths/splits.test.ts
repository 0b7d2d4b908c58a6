import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/domain/split';
import {
	drawSplit,
	extendedParts,
	partedGroups,
	partFrom,
	type SplitItem,
	stratifiedFolds,
	tooSmallIn,
} from '../../../src/maths/splits';

const shares = { validation: 0.2, test: 0.2 };

function items(sizes: Record<string, number>): SplitItem[] {
	return Object.entries(sizes).flatMap(([label, size]) =>
		Array.from({ length: size }, (_, i) => ({ productId: `${label}${i}`, label, group: null })),
	);
}

/** Products with random labels, some of them in groups. */
const catalogue = fc
	.array(
		fc.record({
			label: fc.constantFrom('a', 'b', 'c', 'd'),
			group: fc.option(fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5'), { freq: 3 }),
		}),
		{ maxLength: 80 },
	)
	.map((rows) => rows.map((row, i): SplitItem => ({ productId: `p${i}`, ...row })));

describe('a drawn split', () => {
	it('gives every label its share, to within one product', () => {
		const sizes = fc.record({
			a: fc.integer({ min: 5, max: 60 }),
			b: fc.integer({ min: 5, max: 60 }),
		});
		fc.assert(
			fc.property(sizes, fc.nat(), (of, seed) => {
				const { parts, tooSmall } = drawSplit(items(of), shares, seed);
				expect(tooSmall).toEqual([]);
				for (const [label, size] of Object.entries(of)) {
					const own = [...parts].filter(([id]) => id.startsWith(label));
					for (const part of ['validation', 'test'] as const) {
						const count = own.filter(([, found]) => found === part).length;
						expect(Math.abs(count - 0.2 * size)).toBeLessThanOrEqual(1);
					}
				}
			}),
		);
	});

	it('never tears a group apart, loses nobody, and repeats itself', () => {
		fc.assert(
			fc.property(catalogue, fc.nat(), (products, seed) => {
				const { parts } = drawSplit(products, shares, seed);
				expect(parts.size).toBe(products.length);
				expect(partedGroups(products, parts)).toEqual([]);
				expect(drawSplit(products, shares, seed).parts).toEqual(parts);
			}),
		);
	});

	it('changes with the seed', () => {
		const products = items({ a: 30, b: 30 });
		expect(drawSplit(products, shares, 1).parts).not.toEqual(drawSplit(products, shares, 2).parts);
	});

	it('names what is too small and learns from it all the same', () => {
		const { parts, tooSmall } = drawSplit(items({ a: 10, lone: 1, pair: 2 }), shares, 1);
		expect(tooSmall).toEqual(['lone', 'pair']);
		expect([parts.get('lone0'), parts.get('pair0'), parts.get('pair1')]).toEqual([
			'train',
			'train',
			'train',
		]);
	});

	it('puts three of a kind one on each side', () => {
		const { parts } = drawSplit(items({ a: 3 }), shares, 1);
		expect([...parts.values()].sort()).toEqual(['test', 'train', 'validation']);
	});
});

describe('a given split', () => {
	it('reads the words people use', () => {
		expect([' Train ', 'VALID', 'dev', 'testing', 'holdout', ''].map(partFrom)).toEqual([
			'train',
			'validation',
			'validation',
			'test',
			null,
			null,
		]);
	});

	it('is told where it parts duplicates and leaves labels out', () => {
		const products = [
			{ productId: '1', label: 'a', group: 'same' },
			{ productId: '2', label: 'a', group: 'same' },
			{ productId: '3', label: 'b', group: null },
		];
		const parts = new Map([
			['1', 'train'],
			['2', 'test'],
			['3', 'train'],
		] as const);
		expect(partedGroups(products, parts)).toEqual([['1', '2']]);
		expect(tooSmallIn(products, parts)).toEqual(['b']);
	});
});

describe('folds', () => {
	it('hold every row out once, classes evenly', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(3), { maxLength: 100 }),
				fc.integer({ min: 2, max: 6 }),
				fc.nat(),
				(classes, folds, seed) => {
					const held = stratifiedFolds(
						classes,
						classes.map(() => null),
						folds,
						seed,
					);
					for (const of of new Set(classes)) {
						const size = classes.filter((other) => other === of).length;
						const counts = new Array<number>(folds).fill(0);
						for (const [row, fold] of held.entries())
							if (classes[row] === of && fold >= 0) counts[fold] = (counts[fold] as number) + 1;
						const total = counts.reduce((a, b) => a + b, 0);
						expect(total).toBe(size < folds ? 0 : size);
						expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
					}
				},
			),
		);
	});
});

describe('an earlier split that goes on', () => {
	const arbitrary = fc.array(
		fc.record({
			group: fc.option(fc.constantFrom('g1', 'g2', 'g3', 'g4')),
			part: fc.option(fc.constantFrom<Part>('train', 'validation', 'test')),
		}),
		{ maxLength: 40 },
	);

	it('leaves everybody where they are, trains on what is new, and tests on nothing new', () => {
		fc.assert(
			fc.property(arbitrary, (rows) => {
				const { items, earlier } = split(rows);
				const parts = extendedParts(items, earlier);
				for (const [id, part] of earlier) expect(parts.get(id)).toBe(part);
				for (const { productId } of items)
					if (!earlier.has(productId)) expect(parts.get(productId)).not.toBe('test');
			}),
		);
	});

	it('parts no group that was together', () => {
		fc.assert(
			fc.property(arbitrary, (rows) => {
				const { items, earlier } = split(rows);
				const parts = extendedParts(items, earlier);
				for (const group of new Set(items.map((item) => item.group))) {
					if (group === null) continue;
					const members = items.filter((item) => item.group === group);
					const before = new Set(members.flatMap(({ productId }) => earlier.get(productId) ?? []));
					const after = new Set(members.flatMap(({ productId }) => parts.get(productId) ?? []));
					if (before.size > 0) expect(after).toEqual(before);
					else expect(after.size).toBe(1);
				}
			}),
		);
	});

	it('leaves out what looks like a test product, and holds out what looks like a held-out one', () => {
		const { items, earlier } = split([
			{ group: 'tested', part: 'test' },
			{ group: 'tested', part: null },
			{ group: 'held', part: 'validation' },
			{ group: 'held', part: null },
			{ group: null, part: null },
		]);
		const parts = extendedParts(items, earlier);
		expect([...parts.values()]).toEqual(['test', 'validation', 'validation', 'train']);
		expect(parts.has('1')).toBe(false);
	});

	function split(rows: { group: string | null; part: Part | null }[]) {
		const items = rows.map(({ group }, i): SplitItem => ({ productId: `${i}`, label: 'a', group }));
		const given = rows.flatMap(({ part }, i): [string, Part][] => (part ? [[`${i}`, part]] : []));
		return { items, earlier: new Map(given) };
	}
});
