import { expect, test } from './aisle';

test.use({ locale: 'zh-CN' });

test('Chinese where the browser asks for it, English where it is chosen, remembered until everything is deleted', async ({
	page,
}) => {
	const document = page.locator('html');
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/拖入商品图片/);
	await expect(document).toHaveAttribute('lang', 'zh-Hans');
	await expect(page).toHaveTitle('归类 – Aisle');

	await page.getByRole('link', { name: '设置' }).click();
	await page.getByText('English', { exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
	await expect(document).toHaveAttribute('lang', 'en');
	await page.reload();
	await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
	await expect(page).toHaveTitle('Settings – Aisle');

	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置');
	await expect(page.getByRole('radio', { name: '跟随浏览器' })).toBeChecked();
});
