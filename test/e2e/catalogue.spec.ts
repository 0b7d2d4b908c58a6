import { expect, importDone, isAccessible, openEmpty, test } from './aisle';

test('a bar opens exactly its products by keyboard, and axe finds nothing on the figures', async ({
	page,
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await expect(page.getByRole('gridcell').first()).toBeVisible();
	await importDone(page);
	await page.goto('./#/catalogue');
	await page
		.getByRole('button', { name: /category/ })
		.first()
		.click();

	const bars = page.getByRole('list', { name: /^Labels of / }).getByRole('button');
	await expect(bars).toHaveCount(6);
	const names = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));
	const counts = names.map((name) => Number(/, (\d+) products?,/.exec(name ?? '')?.[1]));
	expect(counts).toEqual([11, 11, 9, 9, 8, 6]);
	await expect(page.getByRole('button', { name: 'Products 54' })).toBeVisible();

	await page.getByRole('button', { name: /^Electronics > Computers, 11 products/ }).focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: /Electronics > Computers/ });
	await expect(panel).toBeVisible();
	await expect(panel.getByText('Laptop', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();

	// The search for nearly the same photos began by itself.
	await expect(page.getByText(/^No two products share a photo, nor/)).toBeVisible();
	await isAccessible(page);
});
