import { defineConfig } from '@playwright/test';
import { chromiumArguments, findBrowser } from './scripts/setup-browser';

const port = 4319;

/** Real Chromium on the production build: what a visitor gets, weights and all. */
export default defineConfig({
	testDir: 'test/e2e',
	outputDir: 'test-results',
	// Two cores: a second worker would only make the first one wait.
	workers: 1,
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${port}`,
		viewport: { width: 1440, height: 900 },
		// Traces take a sixth of the time; to look at a failure, run its file with --trace=retain-on-failure.
		trace: 'off',
		launchOptions: {
			...findBrowser(),
			args: chromiumArguments,
		},
	},
	webServer: {
		command: `npx vite preview --port ${port} --strictPort`,
		port,
		reuseExistingServer: false,
	},
});
