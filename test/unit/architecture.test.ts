import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');

/** Who may import whom: the house of CONTRIBUTING.md as a table. Every folder may import itself. */
const mayImport: Record<string, string[]> = {
	domain: [],
	maths: ['domain'],
	learning: ['maths', 'storage', 'formats', 'domain'],
	storage: ['domain'],
	formats: ['maths', 'domain'],
	workers: ['learning', 'storage', 'formats', 'maths', 'domain'],
	jobs: ['workers', 'storage', 'formats', 'maths', 'domain'],
	state: ['jobs', 'storage', 'maths', 'domain'],
	ui: ['state', 'maths', 'domain'],
	// An app of its own, in a realm of its own: nobody imports it, and it has no screen, job or network.
	serviceWorker: ['workers', 'storage', 'formats', 'domain'],
};

/** Packages that one place alone may name. */
const namedOnlyBy: [name: RegExp, folder: string][] = [
	[/^@tensorflow\//, 'learning'],
	[/^@xenova\/transformers/, 'learning'],
	[/^onnxruntime-/, 'learning'],
	[/^idb$/, 'storage'],
	[/^zustand/, 'state'],
	[/^(react|react-dom|react-i18next|@mantine\/.*|@tanstack\/.*)$/, 'ui'],
	[/^(eld|stopword|wink-porter2-stemmer)/, 'learning'],
	[/^(papaparse|@zip\.js\/zip\.js|file-type|pbf)/, 'formats'],
];

interface Import {
	file: string;
	folder: string;
	target: string;
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
		(match) => match[1] ?? '',
	);
}

const imports: Import[] = filesBelow(source).flatMap((path) =>
	importsOf(path).map((target) => {
		const file = relative(source, path);
		const local = target.startsWith('.')
			? relative(source, resolve(dirname(path), target))
			: target;
		return { file, folder: file.includes('/') ? (file.split('/')[0] ?? '') : '', target: local };
	}),
);

const isLocal = ({ target }: Import): boolean =>
	Object.keys(mayImport).includes(target.split('/')[0] ?? '');

describe('the house', () => {
	it('has imports to look at', () => {
		expect(imports.filter(isLocal).length).toBeGreaterThan(10);
	});

	it('imports only downwards', () => {
		const wrong = imports.filter((entry) => {
			const to = entry.target.split('/')[0] ?? '';
			const allowed = mayImport[entry.folder];
			return isLocal(entry) && allowed && to !== entry.folder && !allowed.includes(to);
		});
		expect(wrong).toEqual([]);
	});

	it('names runtimes and storage in one place each', () => {
		const wrong = imports.filter(({ folder, file, target }) =>
			namedOnlyBy.some(
				([name, home]) => name.test(target) && folder !== home && file !== 'main.tsx',
			),
		);
		expect(wrong).toEqual([]);
	});

	it('reaches learning only from the worker files', () => {
		const wrong = imports.filter(
			({ folder, file, target }) =>
				target.startsWith('learning/') && folder !== 'learning' && !file.endsWith('.worker.ts'),
		);
		expect(wrong).toEqual([]);
	});

	it('takes zod from where its compiler is switched off', () => {
		const wrong = imports.filter(
			({ file, target }) => target === 'zod' && file !== 'domain/zod.ts',
		);
		expect(wrong).toEqual([]);
	});

	it('keeps registrations short', () => {
		const long = filesBelow(join(source, 'workers')).filter(
			(file) => file.endsWith('.worker.ts') && readFileSync(file, 'utf8').split('\n').length > 21,
		);
		expect(long).toEqual([]);
	});
});
