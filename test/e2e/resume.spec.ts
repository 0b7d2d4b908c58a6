import { addFiles, expect, filterCount, importDone, openEmpty, samplePhotos, test } from './aisle';

test('a tab closed in the middle of an import goes on where it was', async ({ page, context }) => {
	await openEmpty(page);
	await addFiles(page, samplePhotos(40));
	await expect(page.getByText(/Looking at photos/)).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText(/\b(?:8|16|24) of 40\b/)).toBeVisible({ timeout: 60_000 });
	await page.close();

	const again = await context.newPage();
	await again.goto('./');
	await expect(again.getByText('The last import was interrupted')).toBeVisible();
	expect(await filterCount(again, 'All')).toBe(40);
	await again.getByRole('button', { name: 'Go on' }).click();
	await importDone(again);
	// Photos without titles: sure or unsure, but every one of them was looked at.
	expect((await filterCount(again, 'Unsure')) + (await filterCount(again, 'Sure'))).toBe(40);
	await again.reload();
	await expect(again.getByRole('button', { name: 'Go on' })).toHaveCount(0);
});

test('a cancelled import keeps what is finished and offers the rest again', async ({ page }) => {
	await openEmpty(page);
	await addFiles(page, samplePhotos(40));
	// Two workers may finish within one look.
	await expect(page.getByText(/\b(?:8|16|24) of 40\b/)).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByText('Paused')).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await importDone(page);
	expect(await filterCount(page, 'All')).toBe(40);
	const seen = async (): Promise<number> =>
		(await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure'));
	await expect.poll(seen).toBeGreaterThanOrEqual(8);
	expect(await seen()).toBeLessThan(40);
	await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
});

test('a second tab waits for the first one', async ({ page, context }) => {
	await openEmpty(page);
	const second = await context.newPage();
	await second.goto('./');
	await expect(second.getByText('Aisle is open in another tab')).toBeVisible();
	await page.close();
	await expect(second.getByRole('button', { name: 'Choose files' })).toBeVisible();
});
