import AxeBuilder from '@axe-core/playwright';
import { addTable, expect, importDone, openEmpty, sampleFolder, samplePhotos, test } from './aisle';

const widths = [1440, 390];

for (const scheme of ['light', 'dark'] as const)
	test(`axe finds nothing on Sort and Settings, ${scheme}`, async ({ page }) => {
		const findings = async (): Promise<string[]> => {
			const { violations } = await new AxeBuilder({ page }).analyze();
			return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
		};
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		await openEmpty(page);
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			expect(await findings()).toEqual([]);
		}
		await addTable(page, [...samplePhotos(4), `${sampleFolder}/products.csv`]);
		await importDone(page);
		await page.getByRole('gridcell').first().focus();
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			expect(await findings()).toEqual([]);
			// Nothing is wider than the screen.
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			expect(overflow).toBeLessThanOrEqual(0);
		}
		await page.keyboard.press('/');
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await findings()).toEqual([]);
		await page.keyboard.press('Escape');
		await page.goto('./#/settings');
		await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			expect(await findings()).toEqual([]);
		}
	});
