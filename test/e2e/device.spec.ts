import { expect, openEmpty, test } from './aisle';

test('MobileNet gives the stored answer on WASM and on WebGPU', async ({ page }) => {
	await openEmpty(page);
	await page.goto('./#/settings');
	await page.getByRole('button', { name: 'Check this device' }).click();
	const rows = page.getByRole('table', { name: 'Results of the check' }).getByRole('row');
	for (const backend of ['WASM', 'WASM with threads', 'WebGPU']) {
		const row = rows.filter({ hasText: 'MobileNetV2' }).filter({
			has: page.getByRole('cell', { name: backend, exact: true }),
		});
		// The software adapter takes its time.
		const agreement = row.getByRole('cell').nth(2);
		await expect(agreement).toHaveText(/^[01]\.\d{5}$/, { timeout: 120_000 });
		const cosine = Number(await agreement.textContent());
		expect(cosine, backend).toBeGreaterThanOrEqual(0.999);
	}
	// The large network would take minutes on the software adapter: seen enough.
	await page.getByRole('button', { name: 'Stop the check' }).click();
	await expect(page.getByRole('button', { name: 'Check this device' })).toBeVisible();
});
