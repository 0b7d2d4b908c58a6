import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumArguments, findBrowser } from './scripts/setup-browser.ts';
import { testPolicy } from './scripts/vite/testPolicy.ts';
import app from './vite.config.ts';

/** Real Chromium, WebGPU by a software adapter, and no way out: a request elsewhere fails its test. */
const chromium = {
	...findBrowser(),
	args: [...chromiumArguments, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
};

export default mergeConfig(
	app,
	defineConfig({
		// What is only found in the middle of a run is prepared then, and the test's page reloaded.
		optimizeDeps: { entries: ['test/browser/**/*.test.ts'], include: ['idb', 'zod'] },
		test: {
			projects: [
				{
					extends: true,
					test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' },
				},
				{
					extends: true,
					plugins: [testPolicy()],
					test: {
						name: 'browser',
						include: ['test/browser/**/*.test.ts'],
						testTimeout: 60_000,
						// Two cores: a second file would only make the first one wait.
						fileParallelism: false,
						browser: {
							enabled: true,
							headless: true,
							screenshotFailures: false,
							provider: playwright({ launchOptions: chromium }),
							instances: [{ browser: 'chromium' }],
						},
					},
				},
			],
		},
	}),
);
