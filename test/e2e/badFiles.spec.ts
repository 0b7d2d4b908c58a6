import { readFile } from 'node:fs/promises';
import {
	addFiles,
	addTable,
	card,
	expect,
	filterCount,
	importDone,
	openEmpty,
	samplePhotos,
	test,
} from './aisle';

const heic = Buffer.from('000000186674797068656963000000006d696631686569637466', 'hex');

test('each bad file gets its sentence, and the rest goes on', async ({ page }) => {
	const [good = '', other = ''] = samplePhotos(2);
	const photo = await readFile(good);
	await openEmpty(page);
	await addTable(page, [
		{ name: 'good.jpg', mimeType: 'image/jpeg', buffer: photo },
		{ name: 'same-again.jpg', mimeType: 'image/jpeg', buffer: photo },
		{ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
		{ name: 'half.jpg', mimeType: 'image/jpeg', buffer: (await readFile(other)).subarray(0, 9000) },
		{ name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>404</p>') },
		{ name: 'phone.heic', mimeType: 'image/heic', buffer: heic },
		{
			name: 'logo.svg',
			mimeType: 'image/svg+xml',
			buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
		},
		{
			name: 'broken.zip',
			mimeType: 'application/zip',
			buffer: Buffer.from('PK\u0003\u0004nothing'),
		},
		{ name: '.DS_Store', mimeType: '', buffer: Buffer.from('Bud1') },
		{
			name: 'titles.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(
				'\uFEFFphoto;title\r\ngood.jpg;Laptop\r\nmissing.jpg;Red running shoes\r\n',
			),
		},
	]);
	await expect(card(page, /Laptop/)).toBeVisible({ timeout: 60_000 });
	await importDone(page);

	await expect(card(page, /Laptop/)).toContainText(/Laptops/);
	await expect(card(page, /same-again/)).toContainText(/Laptop/);
	await expect(card(page, /empty/)).toContainText('empty.jpg is empty');
	await expect(card(page, /half/)).toContainText('half.jpg breaks off half way');
	await expect(card(page, /page/)).toContainText('page.jpg has the name of a photo');
	await expect(card(page, /phone/)).toContainText('phone.heic is an iPhone photo');
	await expect(card(page, /logo/)).toContainText('logo.svg is a drawing');
	await expect(card(page, /Red running shoes/)).toContainText(/Shoes/);
	await expect(page.getByText('broken.zip is damaged')).toBeVisible();
	await expect(page.getByText('DS_Store')).toHaveCount(0);
	expect(await filterCount(page, 'Failed')).toBe(5);

	// The same drop again adds nothing.
	const before = await filterCount(page, 'All');
	await addFiles(page, [{ name: 'good.jpg', mimeType: 'image/jpeg', buffer: photo }]);
	await importDone(page);
	expect(await filterCount(page, 'All')).toBe(before);

	// What was looked at before is not looked at again, and gets its suggestions all the same.
	await addFiles(page, [{ name: 'copy “2” 👗.jpg', mimeType: 'image/jpeg', buffer: photo }]);
	await importDone(page);
	await expect(card(page, /copy/)).toContainText('%');
});

test('a model file that is missing or altered is named, and nothing is lost', async ({ page }) => {
	// Of the context: the service worker asks, too.
	const context = page.context();
	await context.route('**/resnet50/weights-3-*', (route) =>
		route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Hello' }),
	);
	await openEmpty(page);
	await addFiles(page, samplePhotos(2));
	await expect(page.getByText(/weights-3-of-7\.bin/)).toBeVisible({ timeout: 60_000 });
	expect(await filterCount(page, 'All')).toBe(2);
	await context.unroute('**/resnet50/weights-3-*');
	await page.reload();
	await page.getByRole('button', { name: 'Go on' }).click();
	await importDone(page);
	expect((await filterCount(page, 'Unsure')) + (await filterCount(page, 'Sure'))).toBe(2);
});

test('delete everything means it', async ({ page }) => {
	await openEmpty(page);
	await addFiles(page, samplePhotos(3));
	await importDone(page);
	await page.getByRole('button', { name: 'More', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Delete everything…' }).click();
	await expect(page.getByRole('dialog')).toContainText('3 products');
	await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: /54 sample products/ })).toBeVisible();
	const left = await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('aisle');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const stores = [...database.objectStoreNames].filter((name) => name !== 'settings');
		const counts = stores.map(
			(name) =>
				new Promise<number>((done) => {
					const count = database.transaction(name).objectStore(name).count();
					count.onsuccess = () => done(count.result);
				}),
		);
		return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
	});
	expect(left).toBe(0);
});
