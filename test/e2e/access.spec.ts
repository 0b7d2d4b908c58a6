import { expect, importDone, isAccessible, narrow, openEmpty, test } from './aisle';

test('axe finds nothing on any screen, light and dark, wide and narrow, in English and in Chinese', async ({
	page,
}) => {
	test.setTimeout(300_000);
	await openEmpty(page);
	await isAccessible(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await importDone(page);
	await page.getByRole('gridcell').first().focus();
	await isAccessible(page);
	await page.keyboard.press('/');
	await expect(page.getByRole('dialog')).toBeVisible();
	await isAccessible(page, narrow);
	await page.keyboard.press('Escape');

	await page.goto('./#/train');
	await expect(page.getByText('Nothing is labelled yet')).toBeVisible();
	await isAccessible(page, narrow);
	await page.goto('./#/catalogue');
	await page.getByRole('button', { name: /Use the column “category”/ }).click();
	await expect(page.getByRole('heading', { name: '6 labels' })).toBeVisible();
	await isAccessible(page);
	await page.goto('./#/train');
	await page.getByRole('button', { name: 'Train', exact: true }).click();
	await expect(page.getByText(/of 10 test products right/)).toBeVisible({ timeout: 60_000 });
	await isAccessible(page);
	await page.getByRole('link', { name: 'category v1' }).click();
	await expect(page.getByRole('heading', { name: 'How often it is right' })).toBeVisible();
	await isAccessible(page);
	const report = page.url();
	for (const [address, title] of [
		['./#/compare', 'Compare – Aisle'],
		['./#/similar', 'Similar – Aisle'],
		['./#/audit', 'Audit – Aisle'],
	] as const) {
		await page.goto(address);
		await expect(page).toHaveTitle(title);
		await expect(page.getByRole('main')).toBeVisible();
		await isAccessible(page);
	}

	await page.goto('./#/settings');
	await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
	await isAccessible(page);
	await page.getByText('简体中文').click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');

	for (const [address, words, title] of [
		['./#/settings', '模型与设备', '设置 – Aisle'],
		['./#/sort', '归类到', '归类 – Aisle'],
		['./#/catalogue', '各标签的商品数：category', '商品库 – Aisle'],
		['./#/train', '已训练的分类器', '训练 – Aisle'],
		['./#/compare', '比较', '比较 – Aisle'],
		['./#/similar', '找相似', '找相似 – Aisle'],
		['./#/audit', '核查', '核查 – Aisle'],
		[report, '判断正确的频率', '训练 – Aisle'],
	] as const) {
		await page.goto(address);
		await expect(page.getByText(words).first()).toBeVisible();
		await expect(page).toHaveTitle(title);
		await isAccessible(page, narrow);
	}
});
