import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackboneReady, VisionBackend } from '../../../src/domain/backends';
import { AppError } from '../../../src/domain/errors';
import { unattended } from '../../../src/domain/job';
import type { BackboneEntry } from '../../../src/domain/models';
import { chooseVisionBackend, overrideBackend } from '../../../src/jobs/chooseBackend';
import type { DeviceProbe } from '../../../src/jobs/probeDevice';
import type { Settings } from '../../../src/storage/settings';
import type { WorkerHandle } from '../../../src/workers/handle';
import type { VisionContract } from '../../../src/workers/vision.contract';

const stored = vi.hoisted(() => ({ settings: {} as Partial<Settings> }));
vi.mock('../../../src/storage/settings', () => ({
	setting: async (key: keyof Settings) => stored.settings[key],
	putSetting: async (key: keyof Settings, value: never) => {
		stored.settings[key] = value;
	},
}));

const device = vi.hoisted(() => ({ probe: {} as DeviceProbe }));
vi.mock('../../../src/jobs/probeDevice', () => ({ probeDevice: async () => device.probe }));

const entry = { id: 'resnet50' } as BackboneEntry;
const laptop: DeviceProbe = {
	name: 'browser | nvidia hopper',
	cores: 8,
	memory: 8,
	isolated: true,
	adapter: { description: 'nvidia hopper', software: false },
};

/** What each backend does when it is loaded: milliseconds, or how it fails. */
type Behaviour = Partial<Record<VisionBackend, number | Error>>;

function services(behaviour: Behaviour) {
	const loads: VisionBackend[] = [];
	const ended: VisionBackend[] = [];
	const newVision = (): WorkerHandle<VisionContract> => {
		let mine: VisionBackend | null = null;
		return {
			remote: {
				async load({ backend }) {
					mine = backend;
					loads.push(backend);
					const result = behaviour[backend] ?? new Error('not expected');
					if (result instanceof Error) throw result;
					return { backend, millisecondsPerPhoto: result } as BackboneReady;
				},
				embed: async () => ({ photos: 0 }),
				look: async () => ({ vectors: new Float32Array() }),
				features: async () => ({ photos: [] }),
			},
			terminate() {
				if (mine) ended.push(mine);
			},
		};
	};
	return { services: { base: 'http://localhost/', newVision }, loads, ended };
}

const choose = (behaviour: Behaviour, died = undefined as never) => {
	const fake = services(behaviour);
	return {
		...fake,
		result: chooseVisionBackend(fake.services, entry, unattended, died),
	};
};

beforeEach(() => {
	stored.settings = {};
	device.probe = laptop;
});

describe('choosing a backend', () => {
	it('takes the fastest, ends the others and remembers', async () => {
		const { result, ended } = choose({ webgpu: 12, 'wasm-threads': 90, wasm: 280 });
		const { choice, ready, pool } = await result;
		expect(choice).toMatchObject({ backend: 'webgpu', by: 'measured', device: laptop.name });
		expect(ready.backend).toBe('webgpu');
		expect(pool.size).toBe(1);
		expect(new Set(ended)).toEqual(new Set(['wasm-threads', 'wasm']));
		expect(stored.settings.backends?.resnet50).toEqual(choice);
	});

	it('counts workers side by side as one: four single threads beat one with four', async () => {
		const { choice, pool, ready } = await choose({
			webgpu: new AppError('backend-wrong-answers', { cosine: 0 }),
			'wasm-threads': 90,
			wasm: 280,
		}).result;
		expect(choice.backend).toBe('wasm');
		expect(pool.size).toBe(4);
		expect(ready.millisecondsPerPhoto).toBeCloseTo(70);
	});

	it('turns every kind of failure into a finding with its reason', async () => {
		const { choice } = await choose({
			webgpu: new AppError('backend-wrong-answers', { cosine: 0 }),
			'wasm-threads': new AppError('backend-unavailable', { reason: 'start-failed' }),
			wasm: new Error('a kernel is missing'),
			cpu: 9000,
		}).result;
		expect(choice.findings).toEqual([
			{ backend: 'webgpu', milliseconds: null, reason: 'backend-wrong-answers' },
			{ backend: 'wasm-threads', milliseconds: null, reason: 'start-failed' },
			{ backend: 'wasm', milliseconds: null, reason: 'a kernel is missing' },
			{ backend: 'cpu', milliseconds: 2250, reason: null },
		]);
	});

	it('says so when nothing works', async () => {
		const broken = new Error('broken');
		const all = { webgpu: broken, 'wasm-threads': broken, wasm: broken, cpu: broken };
		await expect(choose(all).result).rejects.toMatchObject({ code: 'backend-unavailable' });
	});

	it('does not try plain JavaScript while there is anything else', async () => {
		const { result, loads } = choose({ webgpu: 12, 'wasm-threads': 90, wasm: 280 });
		await result;
		expect(loads).not.toContain('cpu');
	});

	it.each([
		['no adapter', { adapter: null }, 'webgpu', 'no-adapter'],
		[
			'a software adapter',
			{ adapter: { description: 'google swiftshader', software: true } },
			'webgpu',
			'software-adapter',
		],
		['no isolation', { isolated: false }, 'wasm-threads', 'not-isolated'],
		['two cores', { cores: 2 }, 'wasm-threads', 'one-thread'],
	])('passes over what cannot help: %s', async (_, without, backend, reason) => {
		device.probe = { ...laptop, ...without };
		const { result, loads } = choose({ webgpu: 12, 'wasm-threads': 90, wasm: 280 });
		expect((await result).choice.findings).toContainEqual({ backend, milliseconds: null, reason });
		expect(loads).not.toContain(backend);
	});

	it('takes fewer workers where memory is short', async () => {
		device.probe = { ...laptop, memory: 4, adapter: null, isolated: false };
		expect((await choose({ wasm: 280 }).result).pool.size).toBe(2);
		device.probe.memory = 2;
		stored.settings = {};
		expect((await choose({ wasm: 280 }).result).pool.size).toBe(1);
	});
});

describe('a second visit', () => {
	const measured = { webgpu: 12, 'wasm-threads': 90, wasm: 280 };

	it('loads the remembered one only', async () => {
		const { choice } = await choose(measured).result;
		const second = choose(measured);
		expect((await second.result).choice).toEqual(choice);
		expect(second.loads).toEqual(['webgpu']);
	});

	it('measures again on another device', async () => {
		await choose(measured).result;
		device.probe = { ...laptop, name: 'browser | no adapter', adapter: null };
		const second = choose(measured);
		expect((await second.result).choice.backend).toBe('wasm');
		expect(second.loads).toContain('wasm-threads');
	});

	it('measures again when the remembered one no longer works', async () => {
		await choose(measured).result;
		const second = choose({ ...measured, webgpu: new Error('driver update') });
		const { choice } = await second.result;
		expect(choice.backend).toBe('wasm');
		expect(second.loads.filter((backend) => backend === 'webgpu')).toHaveLength(1);
		expect(stored.settings.backends?.resnet50?.backend).toBe('wasm');
	});
});

describe("the user's choice", () => {
	it('wins over measurements, and over a software adapter', async () => {
		device.probe = { ...laptop, adapter: { description: 'swiftshader', software: true } };
		await overrideBackend('resnet50', 'webgpu');
		const { result, loads } = choose({ webgpu: 15_000, wasm: 280 });
		const { choice } = await result;
		expect(choice).toMatchObject({ backend: 'webgpu', by: 'chosen' });
		expect(choice.findings).toEqual([{ backend: 'webgpu', milliseconds: 15_000, reason: null }]);
		expect(loads).toEqual(['webgpu']);
	});

	it('is kept while it does not work', async () => {
		await overrideBackend('resnet50', 'webgpu');
		const { choice } = await choose({
			webgpu: new Error('no'),
			'wasm-threads': 90,
			wasm: 280,
		}).result;
		expect(choice).toMatchObject({ backend: 'wasm', by: 'measured' });
		expect(stored.settings.backends?.resnet50).toMatchObject({ backend: 'webgpu', by: 'chosen' });
	});

	it('can be taken back, and leaves other models alone', async () => {
		await overrideBackend('mobilenetv2', 'wasm');
		await overrideBackend('resnet50', 'cpu');
		await overrideBackend('resnet50', null);
		expect(stored.settings.backends?.resnet50).toBeUndefined();
		expect(stored.settings.backends?.mobilenetv2?.backend).toBe('wasm');
	});
});

describe('what is nobody’s fault', () => {
	it('a backend that died this visit is not tried again, and not held against it tomorrow', async () => {
		await choose({ webgpu: 12, 'wasm-threads': 90, wasm: 280 }).result;
		const fake = services({ 'wasm-threads': 90, wasm: 280 });
		const died = [{ backend: 'webgpu', milliseconds: null, reason: 'device-lost' }];
		const { choice } = await chooseVisionBackend(fake.services, entry, unattended, died);
		expect(choice.backend).toBe('wasm');
		expect(choice.findings).toContainEqual(died[0]);
		expect(fake.loads).not.toContain('webgpu');
		expect(stored.settings.backends?.resnet50?.backend).toBe('webgpu');
	});

	it('a missing model is no backend’s fault: it is thrown', async () => {
		const missing = new AppError('model-missing', { file: 'resnet50/model.json' });
		const { result, loads } = choose({ webgpu: missing });
		await expect(result).rejects.toBe(missing);
		expect(loads).toEqual(['webgpu']);
	});

	it('a cancel is no finding', async () => {
		const controller = new AbortController();
		const fake = services({ webgpu: 12 });
		controller.abort();
		const job = { ...unattended, signal: controller.signal };
		const failing = { ...fake.services, newVision: () => cancelledWorker };
		await expect(chooseVisionBackend(failing, entry, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
	});
});

const cancelledWorker: WorkerHandle<VisionContract> = {
	remote: {
		load: async () => {
			throw new DOMException('cancelled', 'AbortError');
		},
		embed: async () => ({ photos: 0 }),
		look: async () => ({ vectors: new Float32Array() }),
		features: async () => ({ photos: [] }),
	},
	terminate() {},
};
