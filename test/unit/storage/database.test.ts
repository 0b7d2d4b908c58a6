import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('idb', () => ({ openDB: vi.fn() }));

const open = vi.mocked(openDB);

/** The module keeps its connection, so that each test needs a fresh one. */
const fresh = () => {
	vi.resetModules();
	return import('../../../src/storage/database');
};

beforeEach(() => {
	open.mockReset();
	open.mockResolvedValue({} as never);
});

it('names a full disk as such, so that it is a state with a way out', async () => {
	const { writing } = await fresh();
	const full = new DOMException('no space', 'QuotaExceededError');
	await expect(writing(() => Promise.reject(full))).rejects.toMatchObject({
		code: 'storage-full',
		cause: full,
	});
});

it('lets every other failure of a write through as it is', async () => {
	const { writing } = await fresh();
	const bug = new TypeError('bug');
	await expect(writing(() => Promise.reject(bug))).rejects.toBe(bug);
});

it.each([
	['VersionError', 'storage-newer-version'],
	['UnknownError', 'storage-unavailable'],
])('says what a %s at opening means, and tries anew the next time', async (name, code) => {
	const { openDatabase } = await fresh();
	open.mockRejectedValueOnce(new DOMException('', name));
	await expect(openDatabase()).rejects.toMatchObject({ code });
	await expect(openDatabase()).resolves.toEqual({});
});
