import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageHeaders, scriptHeaders } from '../../src/domain/siteHeaders';

const config = readFileSync(resolve(import.meta.dirname, '../../docs/nginx.conf'), 'utf8');
const locations = config.split(/^\tlocation /m).slice(1);

describe('docs/nginx.conf', () => {
	it.each(locations.map((text) => [text.split(' {')[0] ?? '', text]))(
		'sends what the app itself would at %s',
		(place, text) => {
			const headers =
				place.includes('.js') || place.includes('\\.js') ? scriptHeaders : pageHeaders;
			for (const [name, value] of Object.entries(headers))
				expect(text).toContain(`add_header ${name} "${value}" always;`);
		},
	);

	it('has its four places', () => {
		expect(locations).toHaveLength(4);
	});
});
