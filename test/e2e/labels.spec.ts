import type { Page } from '@playwright/test';
import { expect, importDone, openEmpty, test } from './aisle';

const count = (page: Page, label: string) =>
	page.getByRole('button', { name: new RegExp(`^Show the \\d+ products? of “${label}”$`) });

/** Opens a label's menu with the keyboard and takes an item of it. */
async function choose(page: Page, label: string, item: string): Promise<void> {
	await page.getByRole('button', { name: `More for “${label}”` }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: item }).focus();
	await page.keyboard.press('Enter');
}

/** Once the dialog is gone: in its input the keys take back what was typed. */
async function takeBack(page: Page): Promise<void> {
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('Control+z');
}

test('labels of the sample catalogue: read in, given by hand, renamed, merged, deleted, taken back', async ({
	page,
}) => {
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).focus();
	await page.keyboard.press('Enter');
	await importDone(page);
	await page.goto('./#/catalogue');

	await page.getByRole('button', { name: /Use the column “category”/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();
	await expect(count(page, 'Electronics')).toHaveText('20');
	await expect(count(page, 'Electronics > Computers')).toHaveText('11');
	await expect(page.getByText('54 of 54 products have a label')).toBeVisible();

	// Two products by hand: the panel opens with the focus among its tiles.
	await count(page, 'Electronics > Computers').focus();
	await page.keyboard.press('Enter');
	const tiles = page.getByRole('dialog').getByRole('gridcell');
	await expect(tiles.first()).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(page.getByText('2 selected')).toBeVisible();
	await page.getByRole('combobox', { name: 'Label', exact: true }).focus();
	await page.keyboard.type('Electronics > Portable, "small" 👕');
	await page.keyboard.press('Enter');
	await expect(tiles.nth(1)).toBeFocused();
	await expect(tiles.nth(1)).toContainText('Portable, "small" 👕');
	// A closer look, and back to the same tile; then out, and back to the count.
	await page.keyboard.press('Enter');
	await expect(page.getByText('by hand', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(tiles.nth(1)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(count(page, 'Electronics > Computers')).toBeFocused();
	await expect(count(page, 'Electronics > Computers')).toHaveText('9');
	await expect(count(page, 'Electronics > Portable, "small" 👕')).toHaveText('2');

	// Renaming a level takes along what is below it.
	await choose(page, 'Electronics', 'Rename…');
	await page.getByRole('combobox', { name: 'New name' }).fill('Devices');
	await page.keyboard.press('Enter');
	await expect(count(page, 'Devices > Computers')).toHaveText('9');
	await expect(count(page, 'Electronics')).toHaveCount(0);
	await takeBack(page);
	await expect(count(page, 'Electronics > Computers')).toHaveText('9');

	await choose(page, 'Home & Garden > Plants', 'Merge into another…');
	await page
		.getByRole('combobox', { name: 'Label to merge into' })
		.fill('Home & Garden > Furniture');
	await page.keyboard.press('Enter');
	await expect(count(page, 'Home & Garden > Furniture')).toHaveText('20');
	await expect(count(page, 'Home & Garden > Plants')).toHaveCount(0);
	await takeBack(page);
	await expect(count(page, 'Home & Garden > Plants')).toHaveText('9');

	await choose(page, 'Sports & Outdoor', 'Delete the label');
	await expect(page.getByText('40 of 54 products have a label')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Label the 14 without' })).toBeVisible();
	await takeBack(page);
	await expect(page.getByText('54 of 54 products have a label')).toBeVisible();

	await page.reload();
	await expect(count(page, 'Electronics > Portable, "small" 👕')).toHaveText('2');
	await expect(count(page, 'Home & Garden > Plants')).toHaveText('9');
	await expect(page.getByRole('heading', { name: '7 labels' })).toBeVisible();
});
