import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LabelChange } from '../../src/domain/field';
import { deleteEverything } from '../../src/storage/everything';
import { allLabels, fieldNames, labelsOf, writeLabels } from '../../src/storage/labels';

const given = (field: string, productId: string, label: string): LabelChange => ({
	field,
	productId,
	label: { field, productId, label, by: 'grid', at: 1 },
});

beforeEach(deleteEverything);
afterEach(deleteEverything);

it('keeps fields apart, and what undoes a step brings back exactly what was there', async () => {
	await writeLabels([given('colour', 'a', 'Red'), given('kind', 'a', 'Home > 🪴, "big"')]);
	const before = await allLabels();
	const undo = await writeLabels([
		given('colour', 'a', 'Blue'),
		given('colour', 'b', 'Blue'),
		{ field: 'kind', productId: 'a', label: null },
	]);
	expect(await fieldNames()).toEqual(['colour']);
	await writeLabels(undo);
	expect(await allLabels()).toEqual(before);
});

it('labels ten thousand products in one step, within seconds', async () => {
	const changes = Array.from({ length: 10_000 }, (_, i) =>
		given('kind', `product-${i}`, `Label ${i % 500}`),
	);
	const start = performance.now();
	const undo = await writeLabels(changes);
	const written = performance.now() - start;
	expect(await labelsOf('kind')).toHaveLength(10_000);
	await writeLabels(undo);
	expect(await allLabels()).toEqual([]);
	console.log(`10,000 labels written in ${Math.round(written)} ms`);
	expect(written).toBeLessThan(20_000);
});
