import { addTable, card, expect, filterCount, importDone, openEmpty, test } from './aisle';

test('a list of one’s own: pasted, sorted into, switched away from and removed', async ({
	page,
}) => {
	await openEmpty(page);
	await addTable(page, [
		{
			name: 'titles.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(
				'sku,title\na1,Leather hiking boots\na2,Blue cotton shirt\na3,Frying pan',
			),
		},
	]);
	await importDone(page);
	await expect(card(page, /Frying pan/)).toContainText('%');

	await page.getByRole('combobox', { name: 'Sort into' }).click();
	await page.getByRole('option', { name: /Paste your own list/ }).click();
	await page.getByRole('textbox', { name: 'Name of the list' }).fill('My shop');
	await page
		.getByRole('textbox', { name: 'Categories' })
		.fill('Clothing > Shirts\nClothing > Shoes\nKitchen');
	await page.getByRole('button', { name: 'Use this list' }).click();
	await expect(page.getByRole('dialog')).toBeHidden({ timeout: 90_000 });
	await expect(card(page, /hiking boots\. .*Shoes/)).toBeVisible();
	await expect(card(page, /cotton shirt\. .*Shirts/)).toBeVisible();
	await expect(card(page, /Frying pan\. .*Kitchen/)).toBeVisible();

	// Decisions belong to their tree: there again after a look at another one, and `z` leaves them alone there.
	await card(page, /Frying pan/).focus();
	await page.keyboard.press('1');
	await expect.poll(() => filterCount(page, 'Done')).toBe(1);
	await page.getByRole('combobox', { name: 'Sort into' }).click();
	await page.getByRole('option', { name: /Shopify/ }).click();
	await expect.poll(() => filterCount(page, 'Done')).toBe(0);
	await card(page, /Frying pan/).focus();
	await page.keyboard.press('z');
	await page.getByRole('combobox', { name: 'Sort into' }).click();
	await page.getByRole('option', { name: /My shop/ }).click();
	await expect.poll(() => filterCount(page, 'Done')).toBe(1);

	await page.getByRole('button', { name: 'Remove the list “My shop”' }).click();
	await page.getByRole('button', { name: 'Remove the list', exact: true }).click();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/Google/);
	await expect(card(page, /Frying pan/)).toContainText('%');
});
