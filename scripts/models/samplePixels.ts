import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { resizeContain } from '../../src/maths/resize';

/**
 * A photo as the networks see it, decoded without a browser.
 * @returns RGB, `[size, size, 3]`
 */
export async function photoPixels(path: string, size: number): Promise<Uint8Array> {
	const { data, width, height } = jpeg.decode(await readFile(path), {
		useTArray: true,
		maxMemoryUsageInMB: 2048,
	});
	return resizeContain(data, width, height, size, [255, 255, 255]);
}

/** Paths of the sample catalogue's photos, in order. @param root `public/models` */
export async function samplePhotos(root: string): Promise<string[]> {
	const folder = join(root, 'sample-catalogue/photos');
	return (await readdir(folder)).sort().map((name) => join(folder, name));
}
