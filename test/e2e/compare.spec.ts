import { expect, importDone, openEmpty, test } from './aisle';

test('strategies are compared unattended and gone on with after a reload', async ({ page }) => {
	test.setTimeout(300_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await importDone(page);
	await page.goto('./#/compare');
	await page.getByRole('link', { name: 'Label products in Catalogue' }).click();
	await page.getByRole('button', { name: /Use the column “category”/ }).click();
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();
	await page.getByRole('link', { name: 'Compare' }).click();
	await expect(page.getByText('Nothing compared yet')).toBeVisible();

	// Photo, title, and both by a gate and mixed.
	for (const name of ['Side by side', 'Added up', 'Multiplied', 'The stronger of the two'])
		await page.getByRole('checkbox', { name, exact: true }).uncheck();
	await expect(page.getByText(/^12 trainings: 4 strategies under 3 seeds each/)).toBeVisible();
	await page.getByRole('button', { name: 'Queue and begin' }).click();
	const table = page.getByRole('region', { name: 'What came of it' });
	await expect(table.getByRole('radio')).not.toHaveCount(0);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText(/trainings? waits?/)).toBeVisible();

	// What is done is still there, and the rest goes on.
	await page.reload();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(table.getByText('3 seeds')).toHaveCount(4, { timeout: 120_000 });
	await expect(page.getByText(/trainings? waits?/)).toHaveCount(0);

	// Forgotten only after a second word.
	const dialog = page.getByRole('dialog');
	await page.getByRole('button', { name: 'Forget all of this…' }).click();
	await expect(dialog).toContainText('12 trainings');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog).toBeHidden();
	await expect(table.getByText('3 seeds')).toHaveCount(4);
	await page.getByRole('button', { name: 'Forget all of this…' }).click();
	await dialog.getByRole('button', { name: 'Forget them' }).click();
	await expect(page.getByText('Nothing compared yet')).toBeVisible();
});
