import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { card, expect, filterCount, importDone, openEmpty, test, withoutPicker } from './aisle';

/** Presses Tab until the wanted control has the focus; a control that Tab never reaches fails the test. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 120; presses++) {
		const label = await page.evaluate(() => {
			const { activeElement } = document;
			if (activeElement === document.body) return '';
			const input = activeElement instanceof HTMLInputElement ? activeElement : null;
			const label = input?.labels?.[0]?.textContent ?? activeElement?.textContent ?? '';
			return activeElement?.getAttribute('aria-label') ?? label;
		});
		if (name.test(label)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`Tab never reaches ${name}`);
}

/** How long the page was blocked, from the browser itself: `[start, duration]` in ms. */
async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
	await page.evaluate(() => {
		const seen: number[] = [];
		(globalThis as { longTasks?: number[] }).longTasks = seen;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.push(Math.round(duration));
		}).observe({ type: 'longtask' });
	});
	return () => page.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks ?? []);
}

test('the sample catalogue, from first visit to a head in use and a saved project, by keyboard alone', async ({
	page,
}, info) => {
	test.setTimeout(400_000);
	await page.addInitScript(withoutPicker);
	await openEmpty(page);
	const longTasks = await watchLongTasks(page);
	await tabTo(page, /54 sample products/);
	await page.keyboard.press('Enter');
	await expect(card(page, /Laptop/)).toBeVisible();
	await importDone(page);
	const tasks = await longTasks();
	const said = `${tasks.length} page tasks over 50 ms while 54 products were imported, the longest ${Math.max(0, ...tasks)} ms`;
	info.annotations.push({ type: 'long tasks', description: said });
	console.log(said);

	expect(await filterCount(page, 'All')).toBe(54);
	expect(await filterCount(page, 'Failed')).toBe(0);
	const laptop = card(page, /^Laptop\./);
	await expect(laptop).toContainText(/Laptops/);

	// Into the grid: accept the first suggestion of the first card; the focus moves on by itself.
	await tabTo(page, /^Laptop\./);
	await page.keyboard.press('1');
	await expect(laptop).toContainText('Accepted by you');
	await expect(card(page, /^Tablet\./)).toBeFocused();

	// Correct the second one: search, choose, and the focus comes back.
	// Whoever presses the key goes on typing at once.
	await page.keyboard.press('/');
	await page.keyboard.type('tablet computers');
	await expect(page.getByRole('option').first()).toContainText('Tablet Computers');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(card(page, /^Tablet\./)).toContainText('Corrected by you');
	expect(await filterCount(page, 'Done')).toBe(2);

	// Take it back, and take the taking back for granted: the decision is gone, the suggestions are there.
	await page.keyboard.press('z');
	await expect(card(page, /^Tablet\./)).not.toContainText('Corrected by you');
	expect(await filterCount(page, 'Done')).toBe(1);

	await page.keyboard.press('Home');
	await tabTo(page, /^Export CSV/, 'Shift+Tab');
	const download = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const file = await (await download).path();
	const { data, meta } = papaparse.parse<Record<string, string>>(await readFile(file, 'utf8'), {
		header: true,
		skipEmptyLines: true,
	});
	expect(meta.fields?.map((name) => name.replace('\uFEFF', ''))).toEqual([
		'file',
		'title',
		'category_id',
		'category_path',
		'probability',
		'decided_by',
	]);
	expect(data).toHaveLength(54);
	const exported = data.find(({ title }) => title === 'Laptop');
	expect(exported?.decided_by).toBe('accepted');
	expect(exported?.category_path).toContain('Laptops');
	expect(data.filter(({ decided_by }) => decided_by === 'suggestion').length).toBeGreaterThan(45);

	// Everything is still there after a reload, suggestions included.
	await page.reload();
	await expect(card(page, /^Laptop\./)).toContainText('Accepted by you');
	await expect.poll(() => filterCount(page, 'All')).toBe(54);
	await expect(card(page, /^Tablet\./)).toContainText('%');

	// Labels from the table, a head trained on them, its report, and back to Sort with it.
	const press = async (name: RegExp) => {
		await tabTo(page, name);
		await page.keyboard.press('Enter');
	};
	await press(/^Catalogue$/);
	await press(/^Use the column “category”/);
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();
	await press(/^Train$/);
	await expect(page.getByRole('heading', { level: 1, name: 'Train' })).toBeVisible();
	await page.keyboard.press('Tab');
	await press(/^Train$/);
	await expect(page.getByText(/of 10 test products right/)).toBeVisible({ timeout: 60_000 });
	await press(/^Open the report$/);
	await expect(page.getByRole('heading', { name: 'How often it is right' })).toBeVisible();
	await press(/^Use in Sort$/);
	await expect(page.getByText('In use in Sort')).toBeVisible();

	// The head as a file, checked, and brought in again.
	const dialog = page.getByRole('dialog');
	await press(/^Train$/);
	await press(/^Actions for category, version 1$/);
	await tabTo(page, /^Take away…$/, 'ArrowDown');
	await page.keyboard.press('Enter');
	await tabTo(page, /^With the network/);
	await page.keyboard.press('ArrowDown');
	await press(/^Make and check the file$/);
	await expect(dialog).toContainText('Asked about 10 products', { timeout: 60_000 });
	await expect(dialog.getByRole('button', { name: /^Download/ })).toBeFocused();
	const head = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const headFile = info.outputPath((await head).suggestedFilename());
	await (await head).saveAs(headFile);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	const headChooser = page.waitForEvent('filechooser');
	await press(/^Bring a head in…$/);
	await (await headChooser).setFiles(headFile);
	await expect(page.getByRole('button', { name: 'Brought in' })).toBeVisible();

	// One way of learning compared, and forgotten.
	await press(/^Compare$/);
	for (const looks of [/^Photo$/, /^Both$/]) {
		await tabTo(page, looks);
		await page.keyboard.press('Space');
	}
	await tabTo(page, /^Seeds/);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('1');
	await press(/^Queue and begin$/);
	const compared = page.getByRole('region', { name: 'What came of it' });
	await expect(compared.getByText('1 seed', { exact: true })).toBeVisible({ timeout: 60_000 });
	await press(/^Forget all of this…$/);
	await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
	await press(/^Forget them$/);
	await expect(page.getByText('Nothing compared yet')).toBeVisible();

	// Two labels become one, and two again.
	await press(/^Catalogue$/);
	await press(/^More for “.*Footwear”$/);
	await tabTo(page, /^Merge into another…$/, 'ArrowDown');
	await page.keyboard.press('Enter');
	await expect(dialog.locator('input')).toBeFocused();
	await page.keyboard.type('Furniture');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await press(/^Merge$/);
	await expect(page.getByRole('heading', { name: '5 labels' })).toBeVisible();
	await expect(dialog).toBeHidden();
	await page.keyboard.press('ControlOrMeta+z');
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();

	// Settings: kept for offline, saved, in another language.
	await press(/^Settings$/);
	await press(/^Keep for offline$/);
	await expect(page.getByRole('main').getByText('Ready for offline')).toBeVisible({
		timeout: 60_000,
	});
	const project = page.waitForEvent('download');
	await press(/^Save the whole project$/);
	const projectFile = info.outputPath('mine.aisle');
	await (await project).saveAs(projectFile);
	const chosen = page.waitForEvent('filechooser');
	await press(/^Open a project…$/);
	await (await chosen).setFiles(projectFile);
	await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
	const added = page.waitForEvent('load');
	await press(/^Add to what is here$/);
	await added;
	await expect(page.getByText('Everything lies in this browser')).toBeVisible();
	await expect(dialog).toBeHidden();
	await tabTo(page, /^As the browser$/);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});
