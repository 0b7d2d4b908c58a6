import { readFile } from 'node:fs/promises';
import { shopifyProducts } from '../fixtures/productExports';
import {
	addFiles,
	addTable,
	card,
	expect,
	filterCount,
	importDone,
	openEmpty,
	samplePhotos,
	test,
} from './aisle';

test('Shopify’s export and its photos: said what it is, then imported', async ({ page }) => {
	const [first = '', second = ''] = samplePhotos(2);
	const drop = [
		{ name: 'products_export.csv', mimeType: 'text/csv', buffer: Buffer.from(shopifyProducts) },
		{ name: 'linen shirt.jpg', mimeType: 'image/jpeg', buffer: await readFile(first) },
		{ name: 'mug.jpg', mimeType: 'image/jpeg', buffer: await readFile(second) },
	];
	await openEmpty(page);
	await addFiles(page, drop);
	const dialog = page.getByRole('dialog', { name: 'What you dropped' });
	await expect(dialog).toContainText('Shopify product CSV (current headers)');
	await expect(dialog).toContainText('4 rows');
	await expect(dialog).toContainText('2 of 2 with a photo in this drop');
	await expect(dialog.getByRole('cell', { name: 'linen-shirt' }).first()).toBeVisible();

	// Left alone, nothing is there.
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();

	await addTable(page, drop);
	await expect(card(page, /Linen shirt/)).toBeVisible({ timeout: 60_000 });
	await importDone(page);
	expect(await filterCount(page, 'All')).toBe(2);
});

test('photos alone raise no question', async ({ page }) => {
	await openEmpty(page);
	await addFiles(page, samplePhotos(2));
	await importDone(page);
	expect(await filterCount(page, 'All')).toBe(2);
});
