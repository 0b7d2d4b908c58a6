#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ort from 'onnxruntime-node';
import Papa from 'papaparse';
import { modelMetadata } from './metadata.mjs';
import { preparePhoto } from './prepare.mjs';

/*
 * Sorts the photos that a table names: node classify.mjs head.onnx products.csv photos/ > answers.csv
 * The table is read as a stream and photos in batches, so that its length does not matter.
 */

const [model, table, folder, batch = '16'] = process.argv.slice(2);
if (!folder) {
	console.error('usage: node classify.mjs HEAD.onnx PRODUCTS.csv PHOTO_FOLDER [BATCH]');
	process.exit(2);
}

const file = await readFile(model);
const { labels: labelsText, preprocessing: preprocessingText } = modelMetadata(file);
const labels = JSON.parse(labelsText ?? 'null');
const [preprocessing] = JSON.parse(preprocessingText ?? '[]');
const session = await ort.InferenceSession.create(file, { logSeverityLevel: 3 });
if (!labels || !preprocessing || session.inputNames.join() !== 'photo') {
	console.error('This takes a head that looks at photos, exported as ONNX with its network.');
	process.exit(2);
}

console.log(Papa.unparse([['photo', 'label', 'probability', 'problem']]));
const begin = performance.now();
let photos = 0;
let preparing = 0;
let running = 0;
let waiting = [];
const rows = createReadStream(table).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }));
for await (const { photo } of rows) {
	if (!photo) continue;
	waiting.push(photo);
	if (waiting.length < Number(batch)) continue;
	await classify(waiting);
	waiting = [];
}
if (waiting.length > 0) await classify(waiting);
const seconds = (performance.now() - begin) / 1000;
console.error(
	`${photos} photos in ${seconds.toFixed(1)} s: ${(photos / seconds).toFixed(1)} a second ` +
		`(reading and shrinking ${preparing.toFixed(1)} s, network ${running.toFixed(1)} s)`,
);

/** Asks about some photos at once. One that cannot be read has a sentence in place of an answer. */
async function classify(names) {
	const { size } = preprocessing;
	const before = performance.now();
	const prepared = await Promise.allSettled(
		names.map((name) => preparePhoto(join(folder, name), preprocessing)),
	);
	const readable = prepared.filter(({ status }) => status === 'fulfilled');
	const pixels = new Float32Array(readable.length * size * size * 3);
	for (const [i, { value }] of readable.entries()) pixels.set(value, i * size * size * 3);
	const between = performance.now();
	const answers =
		readable.length > 0
			? await session.run({
					photo: new ort.Tensor('float32', pixels, [readable.length, size, size, 3]),
				})
			: null;
	let at = 0;
	const lines = prepared.map(({ status, reason }, i) => {
		if (status === 'rejected') return [names[i], '', '', reason.message];
		const start = at++ * labels.length;
		const own = answers.probabilities.data.subarray(start, start + labels.length);
		const best = own.indexOf(Math.max(...own));
		return [names[i], labels[best], own[best], ''];
	});
	console.log(Papa.unparse(lines, { newline: '\n' }));
	photos += names.length;
	preparing += (between - before) / 1000;
	running += (performance.now() - between) / 1000;
}
