import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
	addFiles,
	card,
	expect,
	filterCount,
	importDone,
	openEmpty,
	samplePhotos,
	test,
} from './aisle';

const field = 'category';
/** Numbered ones would be taken for photos of one product. */
const names = ['anemone', 'birch', 'clover', 'daisy', 'elder'];

/** The table's own column as labels, as they would be taken from it on the Catalogue screen. */
async function labelFromColumn(page: Page): Promise<void> {
	await page.evaluate(async (field) => {
		const request = indexedDB.open('aisle');
		const database = await new Promise<IDBDatabase>((resolve) => {
			request.onsuccess = () => resolve(request.result);
		});
		const transaction = database.transaction(['products', 'labels'], 'readwrite');
		const products = transaction.objectStore('products').getAll();
		products.onsuccess = () => {
			for (const { id, attributes } of products.result) {
				const label = { field, productId: id, label: attributes[field], by: 'column', at: 1 };
				transaction.objectStore('labels').put(label);
			}
		};
		await new Promise((resolve) => {
			transaction.oncomplete = resolve;
		});
		database.close();
	}, field);
	await page.reload();
}

/** Photos that no catalogue has: mirrored and saved anew, so that they are no near-duplicates either. */
async function freshPhotos(page: Page) {
	const all = samplePhotos(54);
	const files = [];
	for (let i = 0; i < names.length; i++) {
		const photo = all[i * 9] ?? '';
		const base64 = readFileSync(photo).toString('base64');
		const mirrored = await page.evaluate(async (base64) => {
			const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes]));
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
			context.scale(-1, 1);
			context.drawImage(image, -image.width, 0);
			const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
			return [...new Uint8Array(await blob.arrayBuffer())];
		}, base64);
		files.push({
			name: `${names[i]}.jpg`,
			mimeType: 'image/jpeg',
			buffer: Buffer.from(mirrored),
		});
	}
	return files;
}

test('a head is trained, sorts what is new, is corrected, and is trained anew with the corrections', async ({
	page,
}) => {
	test.setTimeout(300_000);
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await expect(card(page, /Laptop/)).toBeVisible();
	await importDone(page);
	await labelFromColumn(page);

	await page.getByRole('link', { name: 'Train' }).click();
	await page.getByRole('button', { name: 'Train', exact: true }).click();
	await page.getByRole('button', { name: 'Use in Sort' }).first().click({ timeout: 120_000 });
	await page.getByRole('link', { name: 'Sort' }).click();
	await expect(page.getByText('Sort now sorts into “category”')).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/^category — /);
	// What has a label is done without having been decided on.
	await expect.poll(() => filterCount(page, 'Done')).toBe(54);
	await expect(card(page, /^Laptop\./)).toContainText('Labelled');

	await addFiles(page, await freshPhotos(page));
	await importDone(page);
	await expect.poll(() => filterCount(page, 'All')).toBe(59);
	const undecided = async () =>
		(await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure'));
	await expect.poll(undecided).toBe(5);
	// What came last stands last, and only what fits the window is in the page.
	await page.getByRole('gridcell').first().focus();
	await page.keyboard.press('End');
	await expect(card(page, /^anemone/)).toContainText(/Electronics|Sports|Home/);

	// By keyboard: accept one, correct one, and give one a label that nobody has heard of.
	await card(page, /^anemone/).focus();
	await page.keyboard.press('1');
	await expect(card(page, /^anemone/)).toContainText('Accepted by you');
	await page.keyboard.press('/');
	await page.keyboard.type('photo');
	await expect(page.getByRole('option').first()).toContainText('Photo');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('/');
	await page.keyboard.type('Capes, "red" 🧥');
	await page.getByRole('option', { name: /Use “Capes, "red" 🧥” as a new label/ }).waitFor();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Capes, "red" 🧥', { exact: true })).toBeVisible();
	await expect.poll(() => filterCount(page, 'Done')).toBe(57);
	// Taken back, label and all, and given again.
	await page.keyboard.press('z');
	await expect.poll(() => filterCount(page, 'Done')).toBe(56);
	await expect(page.getByText('2 corrections since this head was trained')).toBeVisible();
	await page.keyboard.press('1');
	await expect.poll(() => filterCount(page, 'Done')).toBe(57);

	await page.getByRole('button', { name: 'Retrain with 3 corrections' }).click();
	const both = page.getByRole('table', { name: /Both on the same \d+ test product/ });
	await expect(both).toBeVisible({ timeout: 120_000 });
	await expect(both.getByRole('row', { name: /^Right \d/ })).toContainText(/probably/);
	await expect(page.getByText(/Learned from \d more product/)).toBeVisible();
	await page.getByRole('button', { name: 'Use the new head' }).click();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/ v2$/);
	await expect(page.getByText(/since this head was trained/)).toBeHidden();

	await page.reload();
	await expect(page.getByRole('combobox', { name: 'Sort into' })).toHaveValue(/ v2$/);
	await expect.poll(() => filterCount(page, 'Done')).toBe(57);
	await expect.poll(undecided).toBe(2);
	await page.getByRole('gridcell').first().focus();
	await page.keyboard.press('End');
	await expect(card(page, /^anemone/)).toContainText('Accepted by you');
});
