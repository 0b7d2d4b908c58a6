import { axeFindings, expect, importDone, openEmpty, pageHeap, test } from './aisle';

test('heads of the sample catalogue: trained, stopped, compared, looked into, renamed, deleted', async ({
	page,
}) => {
	test.setTimeout(300_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await importDone(page);
	await page.goto('./#/train');
	await expect(page.getByText('Nothing is labelled yet')).toBeVisible();
	await page.getByRole('link', { name: 'Label products in Catalogue' }).click();
	await page.getByRole('button', { name: /Use the column “category”/ }).click();
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();

	// Stopped: nothing is kept. Trained again: a head with its report.
	await page.getByRole('link', { name: 'Train' }).click();
	const train = page.getByRole('button', { name: 'Train', exact: true });
	await train.click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(train).toBeEnabled();
	await expect(page.getByText('Nothing trained yet')).toBeVisible();
	await train.click();
	await expect(page.getByRole('heading', { name: 'New: category, version 1' })).toBeVisible();
	await expect(page.getByText(/of 10 test products right/)).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);

	// Another way of learning, side by side with the first on the same products.
	await page.getByRole('combobox', { name: 'How it learns' }).click();
	await page.getByRole('option', { name: 'Most similar products' }).click();
	await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Neighbours, "mine" 👟');
	await train.click();
	await expect(page.getByRole('heading', { name: /New: Neighbours/ })).toBeVisible();
	for (const name of ['category, version 1', 'Neighbours, "mine" 👟, version 1'])
		await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
	await expect(
		page.getByText(/tested on the same 10 products|on the same 10 products/),
	).toBeVisible();
	await expect(page.getByRole('region', { name: 'Side by side' })).toContainText('Macro-F1');

	// From the matrix to the products of a cell, to one of them, to what the head looked at.
	await page.getByRole('link', { name: 'category v1' }).click();
	await page
		.getByRole('gridcell', { name: /^true .*taken for .*: [1-9]\d* products?$/ })
		.first()
		.focus();
	expect(await axeFindings(page)).toEqual([]);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog').getByRole('gridcell').first()).toBeFocused();
	expect(await axeFindings(page)).toEqual([]);
	await page.keyboard.press('Enter');
	const looked = page.getByRole('region', { name: 'What the head looked at' });
	await expect(looked.getByRole('switch')).toBeChecked({ timeout: 60_000 });
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);

	// Renamed, deleted, and as it was left after a reload.
	await page.goto('./#/train');
	await page.getByRole('button', { name: 'Actions for category, version 1' }).click();
	await page.getByRole('menuitem', { name: 'Rename' }).click();
	await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Kept');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Kept v1' })).toBeVisible();
	await page.getByRole('button', { name: /^Actions for Neighbours/ }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByRole('link', { name: /^Neighbours/ })).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('link', { name: 'Kept v1' })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Neighbours/ })).toHaveCount(0);
	// A budget, not a measurement: networks and embeddings live in workers, not on the page.
	expect(await pageHeap(page)).toBeLessThan(64_000_000);
});
