/** What decides which backends are worth trying, and whether measurements still hold. */
export interface DeviceProbe {
	/** Browser and graphics adapter. Measurements are remembered under it. */
	name: string;
	/** Logical processors. */
	cores: number;
	/** GiB, rounded down by the browser to at most 8; a careful guess where it does not say. */
	memory: number;
	/** Cross-origin isolated, without which there are no WASM threads. */
	isolated: boolean;
	/** What WebGPU would run on. `software`: a processor pretending to be one, slower than WASM by far. */
	adapter: { description: string; software: boolean } | null;
}

const unknownMemory = 4;

export async function probeDevice(): Promise<DeviceProbe> {
	// 'gpu' in navigator says nothing: only an adapter does.
	const adapter = (await navigator.gpu?.requestAdapter().catch(() => null)) ?? null;
	const description = adapter
		? [adapter.info.vendor, adapter.info.architecture].filter(Boolean).join(' ')
		: '';
	return {
		name: `${navigator.userAgent} | ${description || 'no adapter'}`,
		cores: navigator.hardwareConcurrency || 1,
		memory: (navigator as { deviceMemory?: number }).deviceMemory ?? unknownMemory,
		isolated: globalThis.crossOriginIsolated,
		adapter: adapter && {
			description,
			software:
				adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(description),
		},
	};
}
