import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import papaparse from 'papaparse';
import { addFiles, addTable, expect, filterCount, importDone, openEmpty, test } from './aisle';

/*
 * The main job on real listings, where the fashion set lies beside the project. 60 of its 1,200 products;
 * AISLE_FASHION_PRODUCTS=1200 takes them all (minutes).
 */

const folder = resolve(import.meta.dirname, '../../../shared/data/fashion');
const count = Number(process.env.AISLE_FASHION_PRODUCTS ?? 60);

type Row = Record<string, string>;

const parsed = (text: string): Row[] =>
	papaparse.parse<Row>(text, { header: true, skipEmptyLines: true }).data;

test('real listings: dropped with their table, sorted, corrected, exported', async ({ page }) => {
	test.skip(!existsSync(folder), 'the fashion set does not lie beside the project');
	test.setTimeout(60_000 + count * 2000);
	const rows = parsed(readFileSync(`${folder}/products.csv`, 'utf8')).slice(0, count);
	// Unlike a shop's own export, this table knows the answers: only what a seller has goes in.
	const table = rows.map(({ photo, title }) => ({ photo, title }));
	await openEmpty(page);
	const begin = Date.now();
	await addFiles(page, [
		...rows.map(({ photo }) => `${folder}/${photo}`),
		// Files given by path and by content cannot be mixed: the table comes second, as it may.
	]);
	await expect.poll(() => filterCount(page, 'All')).toBe(rows.length);
	await addTable(page, [
		{
			name: 'products.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(papaparse.unparse(table)),
		},
	]);
	await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: count * 1500 + 60_000 });
	await importDone(page);
	// The table found its photos: no product more, no product less.
	await expect.poll(() => filterCount(page, 'All')).toBe(rows.length);
	expect(await filterCount(page, 'Failed')).toBe(0);
	await expect
		.poll(async () => (await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure')), {
			timeout: 60_000,
		})
		.toBe(rows.length);
	const seconds = (Date.now() - begin) / 1000;
	const sure = await filterCount(page, 'Sure');
	console.log(`${rows.length} listings in ${seconds.toFixed(0)} s; ${sure} sure at 80 %`);

	// Correct one, accept all that are sure.
	await page.getByRole('gridcell').first().focus();
	await page.keyboard.press('/');
	await page.keyboard.type('backpacks');
	await page.getByRole('option').first().click();
	await expect(page.getByText('Corrected by you')).toBeVisible();
	await page.getByRole('button', { name: /^Accept \d/ }).click();
	await expect.poll(() => filterCount(page, 'Sure')).toBe(0);
	expect(await filterCount(page, 'Done')).toBeGreaterThanOrEqual(sure);

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export CSV' }).click();
	const exported = parsed(readFileSync(await (await download).path(), 'utf8'));
	expect(exported).toHaveLength(rows.length);
	const decided = exported.filter(({ decided_by }) => decided_by !== 'suggestion');
	expect(decided.length).toBe(await filterCount(page, 'Done'));
	for (const { category_id, category_path } of decided) {
		expect(category_id).toMatch(/^\d+$/);
		expect(category_path).not.toBe('');
	}
	// Everything is still there after a reload, decisions included.
	await page.reload();
	await expect.poll(() => filterCount(page, 'Done')).toBe(decided.length);
});
