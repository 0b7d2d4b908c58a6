import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { modelMetadata } from '../../examples/node/metadata.mjs';
import { axeFindings, expect, importDone, openEmpty, sampleFolder, test } from './aisle';

/** On the sample photos both decode JPEG to the same pixels; another version of a decoder may round otherwise. */
const decodersDiffer = 0.001;

async function trainOnPhotos(page: Page): Promise<void> {
	await openEmpty(page);
	await page.getByRole('button', { name: /54 sample products/ }).click();
	await importDone(page);
	await page.goto('./#/catalogue');
	await page.getByRole('button', { name: /Use the column “category”/ }).click();
	await page.getByRole('link', { name: 'Train' }).click();
	await page.getByRole('checkbox', { name: /ResNet-50/ }).uncheck();
	await page.getByRole('checkbox', { name: /MobileNetV2/ }).check();
	await page.getByRole('button', { name: 'Train', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'New: category, version 1' })).toBeVisible({
		timeout: 120_000,
	});
}

/** Takes the head away in a format, and hands over the file that was offered. */
async function takeAway(page: Page, format: RegExp, file: string): Promise<void> {
	await page.getByRole('button', { name: 'Actions for category, version 1' }).click();
	await page.getByRole('menuitem', { name: 'Take away…' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: format }).check();
	await dialog.getByRole('button', { name: 'Make and check the file' }).click();
	await expect(dialog.getByText(/Asked about 10 products/)).toBeVisible({ timeout: 120_000 });
	expect(await axeFindings(page)).toEqual([]);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Download/ }).click();
	await (await saved).saveAs(file);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
}

interface Golden {
	items: string[];
	probabilities: Float32Array;
	labels: string[];
}

/** What the tab answered, as it stands in the file. */
function goldenOf(file: string): Golden {
	const { aisle = '' } = modelMetadata(readFileSync(file));
	const { golden, labels } = JSON.parse(aisle);
	const bytes = Buffer.from(golden.probabilities.base64, 'base64');
	const probabilities = new Float32Array(bytes.length / 4);
	for (let i = 0; i < probabilities.length; i++) probabilities[i] = bytes.readFloatLE(i * 4);
	return { items: golden.items, probabilities, labels };
}

test('a head taken away answers the same outside the tab', async ({ page }, info) => {
	test.setTimeout(400_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await trainOnPhotos(page);
	const onnx = info.outputPath('head.onnx');
	await takeAway(page, /Servers, scripts/, onnx);
	const zip = info.outputPath('teachable.zip');
	await takeAway(page, /Teachable Machine/, zip);

	// Outside: the example for Node, on the table and the photos that the tab had.
	const example = resolve(import.meta.dirname, '../../examples/node/classify.mjs');
	const table = `${sampleFolder}/products.csv`;
	const photos = `${sampleFolder}/photos`;
	const { stdout, stderr } = await promisify(execFile)('node', [example, onnx, table, photos]);
	console.log(stderr.trim());
	const { data } = papaparse.parse<Record<string, string>>(stdout, {
		header: true,
		skipEmptyLines: true,
	});
	expect(data).toHaveLength(54);
	expect(data.map(({ problem }) => problem).filter(Boolean)).toEqual([]);
	const bySha = new Map(
		data.map((row) => {
			const bytes = readFileSync(`${photos}/${row.photo}`);
			return [createHash('sha256').update(bytes).digest('hex'), row];
		}),
	);
	const { items, probabilities, labels } = goldenOf(onnx);
	let largest = 0;
	for (const [at, item] of items.entries()) {
		const answers = probabilities.subarray(at * labels.length, (at + 1) * labels.length);
		const best = answers.indexOf(Math.max(...answers));
		const row = bySha.get(item);
		expect(row?.label).toBe(labels[best]);
		largest = Math.max(largest, Math.abs(Number(row?.probability) - (answers[best] ?? 0)));
	}
	console.log(`largest difference to the tab: ${largest.toPrecision(2)}`);
	expect(largest).toBeLessThan(decodersDiffer);
});
