import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import papaparse from 'papaparse';
import {
	addFiles,
	addTable,
	card,
	expect,
	filterCount,
	importDone,
	openEmpty,
	test,
} from './aisle';

/*
 * The analyst's journey on real listings, where the fashion set lies beside the project: labels from the table, a
 * look at the bars, training, the report, sorting with the head, corrections, training anew.
 */

const folder = resolve(import.meta.dirname, '../../../shared/data/fashion');

type Row = Record<string, string>;

/** Four kinds of things: 14 products of each to learn from, 6 to test on, and 2 that nobody has labelled. */
const kinds = ['Watches', 'Handbags', 'Sunglasses', 'Shirts'];

function chosenRows(): { labelled: Row[]; unlabelled: Row[] } {
	const text = readFileSync(`${folder}/products.csv`, 'utf8');
	const { data } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: true });
	const of = (kind: string, split: string): Row[] =>
		data.filter((row) => row.articleType === kind && row.split === split);
	return {
		labelled: kinds.flatMap((kind) => [
			...of(kind, 'train').slice(0, 14),
			...of(kind, 'test').slice(0, 6),
		]),
		unlabelled: kinds.flatMap((kind) => of(kind, 'train').slice(14, 16)),
	};
}

test('real listings: labels, bars, a head, its report, sorting with it, corrections', async ({
	page,
}) => {
	test.skip(!existsSync(folder), 'the fashion set does not lie beside the project');
	test.setTimeout(360_000);
	const { labelled, unlabelled } = chosenRows();
	const photosOf = (rows: Row[]): string[] => rows.map(({ photo }) => `${folder}/${photo}`);

	await openEmpty(page);
	await addFiles(page, photosOf(labelled));
	await expect.poll(() => filterCount(page, 'All')).toBe(labelled.length);
	await addTable(page, [
		{
			name: 'products.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(papaparse.unparse(labelled)),
		},
	]);
	await importDone(page);
	await expect.poll(() => filterCount(page, 'All')).toBe(labelled.length);

	// The column becomes a field, and every bar opens the products behind it.
	await page.getByRole('link', { name: 'Catalogue' }).click();
	await page.getByRole('button', { name: /Use the column “articleType”/ }).click();
	await page
		.getByRole('button', { name: /Watches.*20 products/ })
		.first()
		.click();
	const panel = page.getByRole('dialog', { name: /Watches/ });
	await expect(panel.getByText('20 products')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();

	// Trained, stopped, and trained again; the table's own split is respected.
	await page.getByRole('link', { name: 'Train' }).click();
	await expect(page.getByText('56 to learn from, 0 to choose by, 24 to test on.')).toBeVisible();
	const train = page.getByRole('button', { name: 'Train', exact: true });
	await train.click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(train).toBeEnabled();
	await expect(page.getByText('Nothing trained yet')).toBeVisible();
	await train.click();
	await expect(page.getByText(/of 24 test products right/)).toBeVisible({ timeout: 120_000 });

	// The report: a cell of the confusion matrix opens its products, by keyboard.
	await page.getByRole('link', { name: 'Open the report' }).click();
	const cell = page.getByRole('gridcell', {
		name: /^true Watches, taken for Watches: [1-6] product/,
	});
	await cell.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: /Watches, recognised/ })).toBeVisible();
	await page.keyboard.press('Escape');

	// Sort goes by the head; what is new is suggested the table's labels.
	await page.getByRole('button', { name: 'Use in Sort' }).click();
	await page.getByRole('link', { name: 'Sort' }).click();
	await expect.poll(() => filterCount(page, 'Done')).toBe(labelled.length);
	await addFiles(page, photosOf(unlabelled));
	await importDone(page);
	const undecided = async (): Promise<number> =>
		(await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure'));
	await expect.poll(undecided).toBe(unlabelled.length);

	// What came last stands last, and only what fits the window is in the page. The last three are decided by key.
	for (const { photo, articleType } of unlabelled.slice(-3)) {
		const name = new RegExp(`^${photo?.split('/').at(-1)?.split('.')[0]}`);
		await page.getByRole('gridcell').first().focus();
		await page.keyboard.press('End');
		await card(page, name).focus();
		await page.keyboard.press('/');
		await page.keyboard.type(articleType ?? '');
		await expect(page.getByRole('option').first()).toContainText(articleType ?? '');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(card(page, name)).toContainText(/by you/);
	}
	await page.getByRole('button', { name: 'Retrain with 3 corrections' }).click();
	await expect(page.getByRole('table', { name: /Both on the same 24 test products/ })).toBeVisible({
		timeout: 120_000,
	});
	await page.getByRole('button', { name: 'Use the new head' }).click();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/ v2$/);

	await page.reload();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/ v2$/);
	await expect.poll(() => filterCount(page, 'Done')).toBe(labelled.length + 3);
	await page.getByRole('link', { name: 'Train' }).click();
	await expect(page.getByRole('link', { name: /articleType/ })).toHaveCount(2);
});
