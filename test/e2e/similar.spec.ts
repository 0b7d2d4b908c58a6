import type { Page } from '@playwright/test';
import {
	axeFindings,
	card,
	expect,
	importDone,
	isAccessible,
	openEmpty,
	samplePhotos,
	test,
} from './aisle';

const results = (page: Page) => page.getByRole('region', { name: 'Most similar first' });
const names = (page: Page) =>
	results(page)
		.getByRole('button', { name: /^More like/ })
		.allInnerTexts();

test('without products there is a sentence and the way to some', async ({ page }) => {
	await page.goto('./#/similar');
	await expect(page.getByRole('heading', { name: 'No products yet' })).toBeVisible();
	expect(await axeFindings(page)).toEqual([]);
	await page.getByRole('link', { name: 'Go to Sort' }).click();
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('products are found by words, by one another, several together, and by a photo, without a mouse', async ({
	page,
}) => {
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).press('Enter');
	await expect(card(page, /Laptop/)).toBeVisible();
	await importDone(page);
	await page.getByRole('link', { name: 'Similar', exact: true }).press('Enter');

	await page.getByLabel('Words').focus();
	await page.keyboard.type('something to sit on');
	await expect(results(page).getByText('24 products found.')).toBeVisible({ timeout: 60_000 });
	expect((await names(page)).slice(0, 3).join()).toMatch(/chair|stool|sofa/i);

	const shoe = results(page).getByRole('button', { name: /^More like .*Sneakers/ });
	await page.getByLabel('Words').fill('sneakers');
	await expect(shoe.first()).toBeVisible();
	await shoe.first().press('Enter');
	await expect(page.getByRole('heading', { name: 'Like this one' })).toBeVisible();
	// What is asked about is not among what is found.
	await expect(shoe).toHaveCount(0);
	const shoes = (await names(page)).slice(0, 4).join();
	expect(shoes.match(/shoe|sneaker/gi)?.length).toBeGreaterThanOrEqual(3);
	expect(shoes).toMatch(/photo 0\.\d\d · title 0\.\d\d/);

	const weight = page.getByRole('slider', { name: 'What counts' });
	await weight.press('Home');
	await expect(weight).toHaveAttribute('aria-valuetext', 'photo 0 %, title 100 %');
	const byTitle = await names(page);
	await weight.press('End');
	await expect(async () => expect(await names(page)).not.toEqual(byTitle)).toPass();

	await results(page)
		.getByRole('button', { name: /^Like .*, too$/ })
		.first()
		.press('Enter');
	await expect(page.getByRole('heading', { name: 'Like these 2 together' })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { name: 'Like this one' })).toBeVisible();
	await page.getByRole('button', { name: /^No longer like/ }).press('Enter');
	await expect(page.getByRole('heading', { name: 'Start from one of these' })).toBeVisible();

	const [photo = ''] = samplePhotos(1);
	await page.locator('input[type=file][accept="image/*"]').setInputFiles(photo);
	await expect(results(page).getByText('24 products found.')).toBeVisible({ timeout: 60_000 });
	// The photo is one of the catalogue's, so its product is found, and nothing else is the same.
	const [first = '', second = ''] = await names(page);
	expect(first).toContain('photo 1.00');
	expect(second).not.toContain('photo 1.00');

	await page.locator('input[type=file][accept="image/*"]').setInputFiles({
		name: 'notes.png',
		mimeType: 'image/png',
		buffer: Buffer.from('not a photo'),
	});
	await expect(page.getByRole('alert')).toContainText('notes.png');
	await page.getByRole('button', { name: 'No longer like notes.png' }).press('Enter');
	await expect(page.getByRole('alert')).toHaveCount(0);

	await isAccessible(page);
});
