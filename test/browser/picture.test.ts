import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors';
import { isAnimated } from '../../src/formats/animation';
import { type DecodedPicture, decodePicture } from '../../src/formats/picture';
import { sniff } from '../../src/formats/sniff';
import { decodeText } from '../../src/formats/textEncoding';
import { flatJpeg, turnedJpeg } from '../fixtures/jpeg';
import { animatedGif, drawn, flat, heicHeader, redOverBlue } from '../fixtures/pictures';
import { boastingPng, deepPng } from '../fixtures/png';

const size = 32;

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<DecodedPicture> {
	const sniffed = await sniff(bytes, 'x.jpg');
	const type = sniffed.kind === 'photo' ? sniffed.type : '';
	return decodePicture(new Blob([bytes]), { type, size, thumbnail: true });
}

async function refused(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	try {
		await decode(bytes);
	} catch (error) {
		if (error instanceof AppError) return error.code;
		throw error;
	}
	return 'decoded';
}

function at({ pixels }: DecodedPicture, x: number, y: number): number[] {
	return [...pixels.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)];
}

/** A JPEG whose scan is most of the file. */
function noise(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
	const draw = (context: OffscreenCanvasRenderingContext2D): void => {
		for (let i = 0; i < 2000; i++) {
			context.fillStyle = `hsl(${(i * 47) % 360} 80% 50%)`;
			context.fillRect((i * 73) % width, (i * 151) % height, 9, 7);
		}
	};
	return drawn(width, height, draw, 'image/jpeg');
}

function halfOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	return bytes.slice(0, bytes.length / 2);
}

const nearly = (level: number): unknown =>
	expect.toSatisfy((value: number) => Math.abs(value - level) < 12, `about ${level}`);

describe('decodePicture', () => {
	it('pads with white and lays alpha over white', async () => {
		const picture = await decode(
			await drawn(64, 32, (context) => {
				context.fillStyle = 'rgb(0 0 0 / 50%)';
				context.fillRect(0, 0, 64, 32);
			}),
		);
		expect(at(picture, 16, 1)).toEqual([255, 255, 255]);
		expect(at(picture, 16, 16)).toEqual([nearly(127), nearly(127), nearly(127)]);
		expect(picture).toMatchObject({ width: 64, height: 32 });
	});

	it('applies the EXIF orientation', async () => {
		const upright = await redOverBlue(64, 64);
		const turned = await decode(turnedJpeg(upright, 3));
		expect(at(turned, 16, 4)).toEqual([nearly(0), nearly(0), nearly(255)]);
		const lying = await decode(turnedJpeg(await redOverBlue(64, 32), 6));
		expect(lying).toMatchObject({ width: 32, height: 64 });
		// Turned clockwise, what was above is on the right.
		expect(at(lying, 20, 16)).toEqual([nearly(255), nearly(0), nearly(0)]);
	});

	it('makes a thumbnail of at most 320 pixels', async () => {
		const { thumbnail } = await decode(await flat('#0a0', 800, 400));
		expect(thumbnail?.type).toBe('image/webp');
		const bitmap = await createImageBitmap(thumbnail ?? new Blob());
		expect([bitmap.width, bitmap.height]).toEqual([320, 160]);
	});

	it('reads CMYK', async () => {
		// Adobe writes ink inverted: 255 is none. Cyan and yellow ink make green.
		const picture = await decode(flatJpeg({ levels: [0, 255, 0, 255], adobe: true }));
		const [red = 0, green = 0, blue = 0] = at(picture, 16, 16);
		expect(green).toBeGreaterThan(Math.max(red, blue) + 60);
	});

	it('reads 16 bits a channel', async () => {
		const picture = await decode(await deepPng(8, [65_535, 32_768, 0]));
		expect(at(picture, 16, 16)).toEqual([nearly(255), nearly(128), nearly(0)]);
	});

	it('takes the first frame of what moves', async () => {
		const gif = animatedGif();
		expect(await isAnimated(gif.buffer, 'image/gif')).toBe(true);
		expect(at(await decode(gif), 16, 16)).toEqual([255, 0, 0]);
		const still = await flat('#123', 4, 4, 'image/webp');
		expect(await isAnimated(still.buffer, 'image/webp')).toBe(false);
	});

	it('reads 20,000 pixels in strips', async () => {
		const picture = await decode(await flat('#00f', 20_000, 400));
		expect(picture).toMatchObject({ width: 20_000, height: 400 });
		expect(at(picture, 16, 16)[2]).toBe(255);
		expect(at(picture, 16, 2)).toEqual([255, 255, 255]);
	});

	it.each([
		['empty', async () => new Uint8Array(0), 'photo-empty'],
		['cut off JPEG', async () => (await redOverBlue(400, 400)).subarray(0, 700), 'photo-truncated'],
		['half a JPEG', async () => halfOf(await noise(400, 400)), 'photo-truncated'],
		['cut off PNG', async () => (await flat('#123', 64, 64)).subarray(0, 60), 'photo-truncated'],
		['HEIC', async () => heicHeader(), 'photo-heic'],
		[
			'damaged',
			async () => flatJpeg({ levels: [9, 9, 9], quantisation: false }),
			'photo-not-decodable',
		],
		['a bomb', () => boastingPng(30_000, 30_000), 'photo-too-large'],
		['too long a side', () => boastingPng(100_000, 10), 'photo-too-large'],
	])('refuses: %s', async (_, make, code) => {
		expect(await refused((await make()).slice())).toBe(code);
	});

	it('decodes several at once', async () => {
		const colours = ['#f00', '#0f0', '#00f', '#ff0'];
		const pictures = await Promise.all(colours.map(async (colour) => decode(await flat(colour))));
		expect(pictures.map((picture) => at(picture, 16, 16))).toEqual([
			[255, 0, 0],
			[0, 255, 0],
			[0, 0, 255],
			[255, 255, 0],
		]);
	});
});

describe('sniff', () => {
	const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

	it.each([
		['a PNG called .jpg', () => flat('#123'), 'a.jpg', { kind: 'photo', type: 'image/png' }],
		['HEIC', async () => heicHeader(), 'a.jpg', { kind: 'photo', type: 'image/heic' }],
		['a table', async () => text('title\nx'), 'a.csv', { kind: 'table' }],
		['a feed', async () => text('id\ttitle\timage_link\n1\tx\ty'), 'feed.txt', { kind: 'table' }],
	])('knows %s', async (_, make, path, expected) => {
		expect(await sniff(await make(), path)).toEqual(expected);
	});

	it.each([
		['SVG', async () => text('<?xml version="1.0"?><svg xmlns="x"/>'), 'a.svg', 'photo-svg'],
		['SVG called .png', async () => text('<svg width="1"/>'), 'a.png', 'photo-svg'],
		['text called .jpg', async () => text('<html>404</html>'), 'a.jpg', 'photo-not-a-picture'],
		['an empty photo', async () => text(''), 'a.jpg', 'photo-empty'],
		['an empty table', async () => text(''), 'a.csv', 'csv-empty'],
		['no zip at all', async () => text('not a zip'), 'a.zip', 'zip-damaged'],
		['a letter', async () => text('Dear customer'), 'a.txt', 'file-unsupported'],
		[
			'a picture called .csv',
			async () => Uint8Array.of(0, 1, 2, 3, 255),
			'a.csv',
			'file-unsupported',
		],
	])('names %s', async (_, make, path, code) => {
		expect(await sniff(await make(), path)).toMatchObject({
			kind: 'problem',
			problem: { code, detail: { file: path } },
		});
	});
});

describe('decodeText', () => {
	it('knows the characters that windows-1252 has and Latin-1 has not', () => {
		expect(decodeText(Uint8Array.of(0x80, 0x20, 0x99, 0xe9))).toBe('€ ™é');
	});
});
