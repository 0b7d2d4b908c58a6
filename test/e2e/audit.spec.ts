import type { Page } from '@playwright/test';
import { axeFindings, card, expect, importDone, isAccessible, openEmpty, test } from './aisle';

/** The table's own column as labels, but for three products that are put where they do not belong. */
async function labelWrongly(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const request = indexedDB.open('aisle');
		const database = await new Promise<IDBDatabase>((resolve) => {
			request.onsuccess = () => resolve(request.result);
		});
		const transaction = database.transaction(['products', 'labels'], 'readwrite');
		const products = transaction.objectStore('products').getAll();
		products.onsuccess = () => {
			// In an order of their own: products come in that of their ids, which is another each time.
			const categories = [
				...new Set<string>(products.result.map((each) => each.attributes.category)),
			].sort();
			for (const [at, { id, title, attributes }] of products.result.entries()) {
				const wrong = /^(Laptop|Compact SLR Camera|Leather Sofa)$/.test(title);
				const own = categories.indexOf(attributes.category);
				const label = wrong ? categories[(own + 2) % categories.length] : attributes.category;
				transaction
					.objectStore('labels')
					.put({ field: 'kind', productId: id, label, by: 'column', at });
			}
		};
		await new Promise((resolve) => {
			transaction.oncomplete = resolve;
		});
		database.close();
	});
	await page.reload();
}

test('misfiled products are found, decided on by key, and not doubted again', async ({ page }) => {
	test.setTimeout(240_000);
	await page.goto('./#/audit');
	await expect(page.getByRole('heading', { name: 'No products yet' })).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);
	await page.getByRole('radio', { name: 'Misfiled' }).focus();
	for (const part of ['Suspicious', 'Duplicates']) {
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('radio', { name: part })).toBeChecked();
		await expect(page.getByRole('heading', { name: 'No products yet' })).toBeVisible();
	}

	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).press('Enter');
	await expect(card(page, /Laptop/)).toBeVisible();
	await importDone(page);
	await labelWrongly(page);
	await page.goto('./#/audit');
	await page.getByRole('button', { name: 'Look for misfiled products' }).press('Enter');
	const results = page.getByRole('region', { name: 'Probably misfiled' });
	await expect(results).toBeVisible({ timeout: 120_000 });
	await expect(results.getByRole('heading', { level: 2 })).toContainText('of 54');

	// All three, before anything else.
	const found = new Set<string>();
	for (let at = 0; at < 3; at++) {
		found.add((await results.getByRole('heading', { level: 3 }).first().textContent()) ?? '');
		await page.keyboard.press('ArrowRight');
	}
	expect([...found].sort()).toEqual(['Compact SLR Camera', 'Laptop', 'Leather Sofa']);
	for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowLeft');
	await expect(results.getByText('What products most like it are labelled')).toBeVisible();

	await isAccessible(page);
	await page.setViewportSize({ width: 1440, height: 900 });

	const position = results.getByText(/^\d+ of \d+$/);
	const total = Number(/of (\d+)/.exec((await position.textContent()) ?? '')?.[1]);
	const accepted = await results.getByRole('heading', { level: 3 }).first().textContent();
	await page.keyboard.press('a');
	await expect(position).toHaveText(`1 of ${total - 1}`);
	await page.keyboard.press('k');
	await expect(position).toHaveText(`1 of ${total - 2}`);

	// Another look doubts neither what was mended nor what was stood by.
	await page.reload();
	await page.getByRole('button', { name: 'Look for misfiled products' }).press('Enter');
	await expect(results).toBeVisible({ timeout: 120_000 });
	const names = new Set<string>();
	const left = Number(/of (\d+)/.exec((await position.textContent()) ?? '')?.[1]);
	for (let at = 0; at < left; at++) {
		names.add((await results.getByRole('heading', { level: 3 }).first().textContent()) ?? '');
		await page.keyboard.press('ArrowRight');
	}
	expect(names.has(accepted ?? '')).toBe(false);
	expect([...names].filter((name) => found.has(name))).toHaveLength(1);
});
